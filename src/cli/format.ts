import { parse } from "../language/parse.ts";
import { print } from "../language/print.ts";
import type { Command } from "./command.ts";
import { readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import { hasErrors, locate, remarkFindings } from "./report.ts";
import { writeWhole } from "./write-file.ts";

/** `axisloom format`: the canonical text, in place of a `.ncd` file or on standard output. */
export const format: Command = {
  name: "format",
  operands: "FILE…",
  summary:
    "Prints the canonical text. A .ncd file is rewritten, unless it has a line that cannot be read;\n" +
    "of anything else the text goes to standard output.",
  options: {},
  async run(given, terminal) {
    if (given.operands.length === 0) throw new Refusal("`format` needs a file.");
    let unread = false;
    for (const operand of given.operands) {
      const input = await readInput(operand, terminal);
      const { document, diagnostics, source } = parse(input.text);
      const findings = locate(input.name, diagnostics, source);
      const text = print(document);
      if (hasErrors(findings)) {
        remarkFindings(findings, terminal);
        unread = true;
      }
      if (input.kind !== "ncd" || input.path === undefined) terminal.print(text);
      else if (!hasErrors(findings) && text !== input.text) {
        await writeWhole(input.path, text);
        terminal.print(`${operand}\n`);
      }
    }
    return unread ? 1 : 0;
  },
};
