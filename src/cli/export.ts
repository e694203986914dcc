import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Arguments, optionChoice, optionValue } from "./arguments.ts";
import type { Command, ExitCode } from "./command.ts";
import { openDiagram } from "./diagram.ts";
import { type AvailableFormat, FORMATS } from "./formats.ts";
import { type Input, readInput } from "./input.ts";
import { Refusal } from "./refusal.ts";
import { hasErrors, oneLine, remarkFindings } from "./report.ts";
import { readSettings, SET_OPTION } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { watchFiles } from "./watch.ts";
import { reasonOf, writeWhole } from "./write-file.ts";
import { writeFormat } from "./write-format.ts";

const THEMES = ["light", "dark", "print"] as const;

const LEVELS = ["axes", "arrays", "blocks"] as const;

/** `axisloom export`: figure, pseudocode or JSON of each file. */
export const exportFiles: Command = {
  name: "export",
  operands: "FILE… --to FORMAT",
  summary: "Writes each file in another format, to standard output unless a place is given.",
  options: {
    "--to": { takes: "FORMAT", meaning: "svg, pseudocode or json" },
    "--out": { takes: "PATH", meaning: "the file to write" },
    "--out-dir": { takes: "DIR", meaning: "the folder to write into, one file each" },
    ...SET_OPTION,
    "--theme": { takes: THEMES.join("|"), meaning: "the colours of a figure" },
    "--main": { takes: "BLOCK", meaning: "the block to show" },
    "--open": { takes: "BLOCK|all", repeated: true, meaning: "shows the inside of a block" },
    "--detail": {
      takes: LEVELS.join("|"),
      meaning: "every axis a strand, one arrow an array, or named boxes",
    },
    "--watch": { meaning: "writes again whenever a file changes" },
  },
  async run(given, terminal) {
    // Everything is read before anything is written: a slip in an option leaves all files alone.
    const format = readFormat(given);
    const placeFor = await readPlace(given, terminal);
    const settings = readSettings(given);
    const theme = optionChoice(given, "--theme", THEMES);
    const level = optionChoice(given, "--detail", LEVELS);
    const view = {
      main: optionValue(given, "--main"),
      open: given.options.get("--open") ?? [],
      ...(level !== undefined && { level }),
    };

    const exportOne = async (operand: string): Promise<ExitCode> => {
      const input = await readInput(operand, terminal);
      const diagram = openDiagram(input, settings, view);
      const { text, losses } = await writeFormat(format.name, diagram, theme);
      remarkFindings(diagram.findings, terminal);
      for (const loss of losses) terminal.remark(oneLine(`${operand}: ${loss}`));
      const path = placeFor(input, format.ending);
      if (path === undefined) terminal.print(text);
      else await writeBeside(input, format.name, { path, text, terminal });
      return hasErrors(diagram.findings) ? 1 : 0;
    };

    if (given.options.has("--watch")) return watchFiles(given, terminal, exportOne);
    const codes: ExitCode[] = [];
    for (const operand of given.operands) codes.push(await exportOne(operand));
    return codes.includes(1) ? 1 : 0;
  },
};

function readFormat(given: Arguments) {
  const available = FORMATS.filter((format) => format.available);
  const said = available.map(({ name }) => `\`${name}\``).join(", ");
  const names = FORMATS.map(({ name }) => name);
  const name = optionChoice(given, "--to", names);
  if (name === undefined) throw new Refusal(`\`export\` needs \`--to\` with one of ${said}.`);
  const format = available.find((known) => known.name === name);
  if (format !== undefined) return format;
  throw new Refusal(`\`${name}\` comes in a later version; now there are ${said}.`);
}

/** Where the result of an input goes, as the user writes it; `undefined` is standard output. */
async function readPlace(
  given: Arguments,
  terminal: Terminal,
): Promise<(input: Input, ending: string) => string | undefined> {
  const path = optionValue(given, "--out");
  const folder = optionValue(given, "--out-dir");
  if (given.operands.length === 0) throw new Refusal("`export` needs a file.");
  if (path !== undefined && folder !== undefined) {
    throw new Refusal("`--out` and `--out-dir` exclude each other.");
  }
  if (given.operands.length > 1 && folder === undefined) {
    throw new Refusal("Several files need `--out-dir`, a folder with one result each.");
  }
  if (folder === undefined) return () => path;
  try {
    await mkdir(resolve(terminal.folder, folder), { recursive: true });
  } catch (error) {
    throw new Refusal(`\`${folder}\` cannot be made a folder: ${reasonOf(error)}.`);
  }
  const taken = new Map<string, string>();
  return (input, ending) => {
    const target = join(folder, `${input.title}.${ending}`);
    const other = taken.get(target) ?? input.name;
    if (other !== input.name) {
      throw new Refusal(`\`${other}\` and \`${input.name}\` would both become \`${target}\`.`);
    }
    taken.set(target, input.name);
    return target;
  };
}

/** Writes a result, and never over the text that it was made from. */
async function writeBeside(
  input: Input,
  format: AvailableFormat,
  result: { readonly path: string; readonly text: string; readonly terminal: Terminal },
): Promise<void> {
  const target = resolve(result.terminal.folder, result.path);
  if (target === input.path && input.kind !== format) {
    throw new Refusal(`\`${result.path}\` is the file that is exported; it stays as it is.`);
  }
  await writeWhole(target, result.text, result.path);
}
