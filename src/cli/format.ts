import { parse } from "../language/parse.ts";
import { print } from "../language/print.ts";
import type { Command } from "./command.ts";
import { type Input, readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import { hasErrors, locate, remarkFindings } from "./report.ts";
import { writeWhole } from "./write-file.ts";

/** `axisloom format`: the canonical text, on standard output or in place of the file. */
export const format: Command = {
  name: "format",
  operands: "FILE…",
  summary: "Prints the canonical text of each file; a line that cannot be read stays as it is.",
  options: {
    "--write": { meaning: "puts it in place of the file, unless a line cannot be read" },
  },
  async run(given, terminal) {
    if (given.operands.length === 0) throw new Refusal("`format` needs a file.");
    const inputs: Input[] = [];
    for (const operand of given.operands) inputs.push(await readInput(operand, terminal));
    const writes = given.options.has("--write");
    const other = inputs.find(({ kind, path }) => kind !== "ncd" || path === undefined);
    if (writes && other !== undefined) {
      throw new Refusal(`\`${other.name}\` is no text file that \`--write\` could rewrite.`);
    }
    let unread = false;
    for (const { name, path, text } of inputs) {
      const { document, diagnostics, source } = parse(text);
      const findings = locate(name, diagnostics, source);
      const canonical = print(document);
      remarkFindings(findings, terminal);
      if (hasErrors(findings)) unread = true;
      if (!writes) terminal.print(canonical);
      else if (path !== undefined && !hasErrors(findings) && canonical !== text) {
        await writeWhole(path, canonical, name);
        terminal.remark(`${name}: written anew.`);
      }
    }
    return unread ? 1 : 0;
  },
};
