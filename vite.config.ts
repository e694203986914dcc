import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** How long plugins take is no matter for who starts the editor. */
const QUIET = { pluginTimings: false };

/** Browser tests of composing, which take minutes: they run with the long tests. */
const COMPOSING = [
  "test/ui/{compose,set,find,menus,history,select,structure,arrange,follow}*.browser.test.ts",
];

/**
 * A browser test that fails is tried once more where nobody can look, on a page of its own; the
 * reporter names those, so that none is hidden.
 */
const RETRY = process.env["CI"] === undefined ? 0 : 1;

/** The editor's build, the command line's build (`--ssr`), and the test projects. */
export default defineConfig(({ isSsrBuild }) => ({
  root: "src",
  cacheDir: "../node_modules/.vite",
  publicDir: isSsrBuild ? false : "../public",
  base: "./",
  plugins: [react()],
  worker: { format: "es" as const },
  build: isSsrBuild
    ? {
        outDir: "../dist/cli",
        emptyOutDir: true,
        rolldownOptions: { input: "src/cli/main.ts", checks: QUIET },
      }
    : {
        outDir: "../dist/app",
        emptyOutDir: true,
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { checks: QUIET },
      },
  ssr: { noExternal: true as const },
  server: { fs: { allow: [".."] } },
  test: {
    projects: [
      {
        root: import.meta.dirname,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/**/*.browser.test.ts", "test/**/*.long.test.ts", "node_modules/**"],
          testTimeout: 60_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        root: import.meta.dirname,
        test: {
          name: "browser",
          include: ["test/**/*.browser.test.ts"],
          exclude: COMPOSING,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          retry: RETRY,
        },
      },
      {
        root: import.meta.dirname,
        test: {
          name: "composing",
          include: COMPOSING,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          retry: RETRY,
        },
      },
      {
        root: import.meta.dirname,
        test: {
          name: "screenshots",
          include: ["test/**/*.shots.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root: import.meta.dirname,
        test: { name: "long", include: ["test/**/*.long.test.ts"], testTimeout: 1_200_000 },
      },
    ],
  },
}));
