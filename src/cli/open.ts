import { existsSync } from "node:fs";
import { join } from "node:path";
import { openBrowser } from "./browser.ts";
import type { Command } from "./command.ts";
import { serveEditor } from "./editor-server.ts";
import { type ServedFile, servedPath } from "./file-api.ts";
import { readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import type { Terminal } from "./terminal.ts";

/** `axisloom open`: the editor in the browser, until it is stopped. */
export const open: Command = {
  name: "open",
  operands: "[FILE]",
  summary: "Serves the editor on the loopback address, with the file loaded. Ctrl-C stops it.",
  options: {},
  async run(given, terminal) {
    const [operand, ...more] = given.operands;
    if (more.length > 0) throw new Refusal("`open` takes one file.");
    const served = await servedOperand(operand, terminal);
    const folder = join(terminal.root, "dist/app");
    if (!existsSync(join(folder, "index.html"))) {
      throw new Refusal("The editor is not built yet; `npm start` builds and serves it.");
    }
    const server = await serveEditor(folder, served.file, served.preset);
    terminal.print(`Axisloom is at ${server.address}\nCtrl-C stops it.\n`);
    openBrowser(server.address, terminal.environment);
    await terminal.untilStopped();
    await server.close();
    return 0;
  },
};

async function servedOperand(
  operand: string | undefined,
  terminal: Terminal,
): Promise<{ readonly file?: ServedFile; readonly preset?: string }> {
  if (operand === undefined) return {};
  const { kind, path, text, title } = await readInput(operand, terminal);
  if (operand.startsWith("preset:")) return { preset: title };
  // Only a text file is written back: saving into a figure would leave it out of date.
  const saved = kind === "ncd" && path !== undefined;
  return { file: saved ? servedPath(path, text) : { name: `${title}.ncd`, text } };
}
