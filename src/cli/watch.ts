import { type FSWatcher, watch } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { type Arguments, optionValue } from "./arguments.ts";
import type { ExitCode } from "./command.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** Editors write a file in several steps; the last one counts. */
const PAUSE = 100;

/** Does the work for each file, and again whenever it has changed, until the user stops it. */
export async function watchFiles(
  given: Arguments,
  terminal: Terminal,
  work: (operand: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  if (optionValue(given, "--out") === undefined && optionValue(given, "--out-dir") === undefined) {
    throw new Refusal("`--watch` needs `--out` or `--out-dir`.");
  }
  const unwatchable = given.operands.find((word) => word === "-" || word.startsWith("preset:"));
  if (unwatchable !== undefined) {
    throw new Refusal(`\`${unwatchable}\` is no file that could change under \`--watch\`.`);
  }
  const watchers: FSWatcher[] = [];
  for (const operand of given.operands) {
    await work(operand);
    watchers.push(watchFile(resolve(terminal.folder, operand), () => again(operand)));
  }
  terminal.remark("Watching; Ctrl-C stops.");
  await terminal.untilStopped();
  for (const watcher of watchers) watcher.close();
  return 0;

  async function again(operand: string): Promise<void> {
    try {
      await work(operand);
      terminal.remark(`${operand}: written again.`);
    } catch (error) {
      // The file may be back in order at the next change.
      terminal.remark(`axisloom: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

// The folder is watched, since saving a file as a whole puts another one in its place.
function watchFile(path: string, changed: () => void): FSWatcher {
  let pause: NodeJS.Timeout | undefined;
  return watch(dirname(path), (_event, name) => {
    if (name !== basename(path)) return;
    clearTimeout(pause);
    pause = setTimeout(changed, PAUSE);
  });
}
