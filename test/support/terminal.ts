import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runCommand } from "../../src/cli/main.ts";

/** What a command line did. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly remarks: readonly string[];
}

/** A folder of its own for a test, with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "axisloom-test-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/**
 * Runs a command line in a folder, with a text as its standard input. A command that lasts is
 * stopped as soon as `stopped` settles.
 */
export async function runIn(
  folder: string,
  words: readonly string[],
  input = "",
  stopped: Promise<void> = Promise.resolve(),
): Promise<Ran> {
  let out = "";
  const remarks: string[] = [];
  const code = await runCommand(words, {
    root: dirname(dirname(import.meta.dirname)),
    folder,
    environment: { CI: "true" },
    untilStopped: () => stopped,
    readInput: () => Promise.resolve(input),
    print: (text) => {
      out += text;
    },
    remark: (line) => {
      remarks.push(line);
    },
  });
  return { code, out, remarks };
}
