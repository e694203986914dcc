import { defineConfig } from "vite";

/** The benchmark as one program for Node, built as the command line is. */
export default defineConfig({
  publicDir: false,
  build: { ssr: "test/bench/bench.ts", outDir: "dist/bench", emptyOutDir: true },
  ssr: { noExternal: true, external: ["playwright-core", "@sparticuz/chromium"] },
});
