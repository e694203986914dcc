#!/usr/bin/env node
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildIfStale } from "./build-if-stale.mjs";
import { ROOT } from "./prepare.mjs";

const args = process.argv.slice(2);
const needed = args[0] === "open" ? ["cli", "app"] : ["cli"];
if (needed.every(buildIfStale)) {
  const { main } = await import(pathToFileURL(join(ROOT, "dist/cli/main.js")).href);
  process.exitCode = await main(args, { root: ROOT });
} else {
  process.stderr.write("axisloom could not be built; the messages above say where.\n");
  process.exitCode = 2;
}
