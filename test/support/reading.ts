import { readFileSync } from "node:fs";
import { derive } from "../../src/editor/pipeline.ts";
import type { Reading } from "../../src/editor/reading.ts";

/** Everything that is derived from a preset. */
export function readPreset(name: string, block?: string): Reading {
  const path = new URL(`../../presets/${name}.ncd`, import.meta.url);
  return derive(readFileSync(path, "utf8"), block);
}

/** Everything that is derived from lines of text. */
export function readLines(...lines: readonly string[]): Reading {
  return derive(`${lines.join("\n")}\n`);
}

/** A preset whose closed calls of these ids are drawn open. */
export function openedPreset(name: string, open: readonly string[]): Reading {
  const path = new URL(`../../presets/${name}.ncd`, import.meta.url);
  const lines = open.map((node) => `  open ${node}\n`);
  return derive(`${readFileSync(path, "utf8")}\nlayout:\n${lines.join("")}`);
}
