import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { PRESETS } from "../../presets/index.ts";
import { type FileKind, openFile } from "../language/file.ts";
import { Refusal, unknownName } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";
import { reasonOf } from "./write-file.ts";

/** A diagram's text and where it comes from. */
export interface Input {
  /** As the user names it, for messages. */
  readonly name: string;
  /** What results are named after: the file name without its ending. */
  readonly title: string;
  /** Absent for standard input and presets. */
  readonly path?: string;
  readonly kind: FileKind;
  readonly text: string;
}

const PRESET = "preset:";

/** Reads what FILE names: a path, `-` for standard input, or `preset:NAME`. */
export async function readInput(name: string, terminal: Terminal): Promise<Input> {
  if (name === "") throw new Refusal("The name of a file is empty.");
  if (name.startsWith(PRESET)) return readPreset(name);
  if (name === "-") return openText(name, "diagram", await terminal.readInput());
  const path = resolve(terminal.folder, name);
  const text = await readText(path, name);
  return { ...openText(name, basename(name, extname(name)), text), path };
}

async function readPreset(name: string): Promise<Input> {
  const title = name.slice(PRESET.length);
  const preset = PRESETS.find((known) => known.name === title);
  if (preset === undefined) {
    const names = PRESETS.map((known) => known.name);
    throw unknownName("preset", title, names);
  }
  return { name, title, kind: "ncd", text: await preset.load() };
}

function openText(name: string, title: string, content: string): Input {
  const opened = openFile(content);
  if (opened.ok) return { name, title, kind: opened.kind, text: opened.text };
  const { line = 1, column = 1 } = opened.diagnostic.place.span ?? {};
  throw new Refusal(`${name}:${line}:${column}: ${opened.diagnostic.title}`);
}

async function readText(path: string, name: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new Refusal(`\`${name}\` cannot be read: ${reasonOf(error)}.`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // A file of another kind is named by its first bytes, which survive a lax reading.
    openText(name, name, new TextDecoder().decode(bytes.subarray(0, 64)));
    throw new Refusal(`\`${name}\` cannot be read: it is no UTF-8 text.`);
  }
}
