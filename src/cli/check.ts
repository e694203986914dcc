import type { Command } from "./command.ts";
import { openDiagram } from "./diagram.ts";
import { readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import { countFindings, type Finding, findingsJson, hasErrors, remarkFindings } from "./report.ts";
import { readSettings, SET_OPTION } from "./settings.ts";

/** `axisloom check`: everything that is wrong with a diagram. */
export const check: Command = {
  name: "check",
  operands: "FILE…",
  summary: "Lists what is wrong, on standard error.",
  options: {
    ...SET_OPTION,
    "--json": { meaning: "one JSON object on standard output" },
    "--fix": { meaning: "applies the fixes; comes in a later version" },
  },
  async run(given, terminal) {
    if (given.operands.length === 0) throw new Refusal("`check` needs a file.");
    if (given.options.has("--fix")) {
      throw new Refusal("`--fix` comes in a later version; `check` says what to change.");
    }
    const settings = readSettings(given);
    let all: readonly Finding[] = [];
    for (const operand of given.operands) {
      const { findings } = openDiagram(await readInput(operand, terminal), settings);
      all = [...all, ...findings];
      if (given.options.has("--json")) continue;
      remarkFindings(findings, terminal);
      terminal.print(`${operand}: ${countFindings(findings)}\n`);
    }
    if (given.options.has("--json")) terminal.print(findingsJson(all));
    return hasErrors(all) ? 1 : 0;
  },
};
