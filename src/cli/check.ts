import type { Command } from "./command.ts";
import { type OpenedDiagram, openDiagram } from "./diagram.ts";
import { type Applied, applySafeFixes, withFixes } from "./fix.ts";
import { type Input, readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import {
  countFindings,
  type Finding,
  findingsJson,
  hasErrors,
  oneLine,
  remarkFindings,
} from "./report.ts";
import { readSettings, SET_OPTION } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { writeWhole } from "./write-file.ts";

/** `axisloom check`: everything that is wrong with a diagram, and what repairs it. */
export const check: Command = {
  name: "check",
  operands: "FILE…",
  summary: "Lists what is wrong and what would repair it, on standard error.",
  options: {
    ...SET_OPTION,
    "--json": { meaning: "one JSON object on standard output" },
    "--fix": { meaning: "writes the file anew where the first fix of a mistake is a safe one" },
  },
  async run(given, terminal) {
    if (given.operands.length === 0) throw new Refusal("`check` needs a file.");
    const settings = readSettings(given);
    const fixes = given.options.has("--fix");
    const inputs: Input[] = [];
    for (const operand of given.operands) inputs.push(await readInput(operand, terminal));
    if (fixes) refuseOthers(inputs);
    let all: readonly Finding[] = [];
    for (const input of inputs) {
      let opened = openDiagram(input, settings);
      if (fixes) {
        const repaired = applySafeFixes(opened, settings);
        await writeRepaired(repaired.opened, repaired.applied, terminal);
        opened = repaired.opened;
      }
      const findings = withFixes(opened.findings, opened.fixing);
      all = [...all, ...findings];
      if (given.options.has("--json")) continue;
      remarkFindings(findings, terminal);
      terminal.print(`${input.name}: ${countFindings(findings)}\n`);
    }
    if (given.options.has("--json")) terminal.print(findingsJson(all));
    return hasErrors(all) ? 1 : 0;
  },
};

function refuseOthers(inputs: readonly Input[]): void {
  const other = inputs.find(({ kind, path }) => kind !== "ncd" || path === undefined);
  if (other === undefined) return;
  throw new Refusal(`\`${other.name}\` is no text file that \`--fix\` could write.`);
}

async function writeRepaired(
  { input }: OpenedDiagram,
  applied: readonly Applied[],
  terminal: Terminal,
): Promise<void> {
  if (applied.length === 0 || input.path === undefined) return;
  await writeWhole(input.path, input.text, input.name);
  for (const { finding, fix } of applied) {
    const { span, diagnostic } = finding;
    const at = `${input.name}:${span.line}:${span.column}`;
    terminal.remark(`${at}: fixed ${diagnostic.code}: ${oneLine(fix.title)}`);
  }
}
