import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./prepare.mjs";

const SOURCES = ["src", "shapes", "presets", "public", "package-lock.json", "vite.config.ts"];
const BUILDS = {
  app: { made: "dist/app/index.html", args: ["build"] },
  cli: { made: "dist/cli/main.js", args: ["build", "--ssr"] },
};

/** Builds `app` (the editor) or `cli` when a source is newer than the last build; false if that fails. */
export function buildIfStale(name) {
  const { made, args } = BUILDS[name];
  const target = join(ROOT, made);
  if (existsSync(target) && statSync(target).mtimeMs >= Math.max(...SOURCES.map(newest)))
    return true;
  process.stderr.write(`Building ${made.slice(0, made.lastIndexOf("/"))} …\n`);
  const started = new Date();
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const result = spawnSync(process.execPath, [vite, ...args, "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (result.status !== 0 || !existsSync(target)) return false;
  // A source that was saved while the build ran counts as newer than it.
  utimesSync(target, started, started);
  return true;
}

// The time of a folder counts too: it changes when a file in it goes.
function newest(path) {
  const absolute = join(ROOT, path);
  if (!existsSync(absolute)) return 0;
  const { mtimeMs } = statSync(absolute);
  const inside = statSync(absolute).isDirectory() ? readdirSync(absolute) : [];
  return Math.max(mtimeMs, ...inside.map((name) => newest(`${path}/${name}`)));
}
