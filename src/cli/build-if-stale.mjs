import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { installWhatIsLocked, ROOT } from "./prepare.mjs";

const SOURCES = ["src", "shapes", "presets", "public", "package-lock.json", "vite.config.ts"];
const BUILDS = {
  app: { main: "index.html", args: ["build"] },
  cli: { main: "main.js", args: ["build", "--ssr"] },
};

/**
 * Builds `app` (the editor) or `cli` when a source is newer than the last build; false if that
 * fails, which leaves the last build as it was.
 */
export function buildIfStale(name) {
  const { main, args } = BUILDS[name];
  const folder = join(ROOT, "dist", name);
  if (newest(join("dist", name, main)) >= Math.max(...SOURCES.map(newest))) return true;
  installWhatIsLocked();
  process.stderr.write(`Building dist/${name} …\n`);
  const started = new Date();
  const draft = `${folder}.${process.pid}`;
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const options = ["--logLevel", "warn", "--emptyOutDir", "--outDir", draft];
  const result = spawnSync(process.execPath, [vite, ...args, ...options], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  const built = result.status === 0 && existsSync(join(draft, main));
  if (built) {
    // A source that was saved while the build ran counts as newer than it.
    utimesSync(join(draft, main), started, started);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  }
  rmSync(draft, { recursive: true, force: true });
  return built;
}

// The time of a folder counts too: it changes when a file in it goes.
function newest(path) {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) return 0;
  const found = statSync(absolute);
  const inside = found.isDirectory() ? readdirSync(absolute) : [];
  return Math.max(found.mtimeMs, ...inside.map((name) => newest(`${path}/${name}`)));
}
