import { readArguments } from "./arguments.ts";
import { check } from "./check.ts";
import type { Command, ExitCode } from "./command.ts";
import { exportFiles } from "./export.ts";
import { format } from "./format.ts";
import { list } from "./list.ts";
import { open } from "./open.ts";
import { Refusal, unknownName } from "./refusal.ts";
import { processTerminal, type Terminal } from "./terminal.ts";

const COMMANDS: readonly Command[] = [check, exportFiles, format, list, open];

/** Commands of the design that a later version brings. */
const LATER: readonly string[] = ["cost"];

/** Runs the command line in this process; `root` is the folder of the checkout. */
export async function main(words: readonly string[], place: { root: string }): Promise<ExitCode> {
  return runCommand(words, processTerminal(place.root));
}

/** Runs one command line and gives its exit code; whatever goes wrong is said in one sentence. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    if (error instanceof Refusal) {
      terminal.remark(`axisloom: ${error.message}`);
    } else {
      terminal.remark(`axisloom: this is a mistake in Axisloom itself: ${firstLine(error)}`);
    }
    return 2;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined) {
    terminal.remark(usage());
    return 2;
  }
  if (name === "help" || name === "--help" || name === "-h") {
    terminal.print(`${usage()}\n`);
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (command === undefined) {
    if (LATER.includes(name)) {
      throw new Refusal(`\`${name}\` comes in a later version; now there are ${commandNames()}.`);
    }
    throw unknownName("command", name, [...COMMANDS.map((known) => known.name), "help"]);
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    terminal.print(`${commandUsage(command)}\n`);
    return 0;
  }
  return command.run(readArguments(command.name, rest, command.options), terminal);
}

function usage(): string {
  return [
    "axisloom: neural circuit diagrams, from text to figure and pseudocode",
    "",
    ...COMMANDS.map((command) => `  axisloom ${commandLine(command)}`),
    "",
    "FILE is a path (.ncd, .json, or an .svg that Axisloom exported), - for standard input, or",
    "preset:NAME. `axisloom COMMAND --help` explains the options of a command.",
    "Exit codes: 0 fine, 1 the diagram has errors, 2 usage or input that cannot be read.",
  ].join("\n");
}

function commandUsage(command: Command): string {
  const options = Object.entries(command.options).map(([name, { takes, repeated, meaning }]) => {
    const value = takes === undefined ? "" : ` ${takes}`;
    return `  ${`${name}${value}`.padEnd(26)} ${meaning}${repeated ? " (may be repeated)" : ""}`;
  });
  return [`axisloom ${commandLine(command)}`, "", command.summary, "", ...options]
    .join("\n")
    .trimEnd();
}

function commandLine(command: Command): string {
  const options = Object.keys(command.options).length > 0 ? " [OPTION]…" : "";
  return `${`${command.name} ${command.operands}`.padEnd(32)}${options}`.trimEnd();
}

function commandNames(): string {
  return COMMANDS.map((command) => `\`${command.name}\``).join(", ");
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split("\n", 1)[0] ?? "";
}
