import type { Arguments, CommandOption } from "./arguments.ts";
import type { Terminal } from "./terminal.ts";

/** 0: fine. 1: the diagram has errors. 2: usage, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** A word of the command line with everything that is said and done about it. */
export interface Command {
  readonly name: string;
  /** What follows the name in the usage. */
  readonly operands: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, CommandOption>>;
  /** Throws a `Refusal` for exit code 2. */
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>;
}
