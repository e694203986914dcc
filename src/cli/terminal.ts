import { text } from "node:stream/consumers";

/** What a command may touch outside of itself, so that tests can stand in for a terminal. */
export interface Terminal {
  /** The folder of the checkout, where `dist/app` is. */
  readonly root: string;
  /** The folder that paths are relative to. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Settles when the user stops the program; until it is called, stopping ends it at once. */
  untilStopped(): Promise<void>;
  readInput(): Promise<string>;
  print(text: string): void;
  /** Writes a line of remarks to standard error. */
  remark(line: string): void;
}

/** The terminal of this process; a closed pipe ends it quietly. */
export function processTerminal(root: string): Terminal {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  return {
    root,
    folder: process.cwd(),
    environment: process.env,
    untilStopped: () =>
      new Promise((resolve) => {
        for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => resolve());
      }),
    readInput: () => text(process.stdin),
    print: (output) => void process.stdout.write(output),
    remark: (line) => void process.stderr.write(`${line}\n`),
  };
}
