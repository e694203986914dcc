import type { SizeSettings } from "../typing/configure.ts";
import type { Arguments, CommandOption } from "./arguments.ts";
import { Refusal } from "./refusal.ts";

/** The option that `readSettings` reads. */
export const SET_OPTION: Readonly<Record<string, CommandOption>> = {
  "--set": {
    takes: "NAME=SIZE",
    repeated: true,
    meaning: "a size, or a table of them: c=64,128",
  },
};

/** More digits than any size of an array has. */
const MOST_DIGITS = 30;

/** The sizes that `--set` gives. */
export function readSettings(given: Arguments): SizeSettings {
  const settings = new Map<string, bigint | readonly bigint[]>();
  for (const text of given.options.get("--set") ?? []) {
    const [, name, value] = /^\s*([A-Za-z]\w*'*)\s*=\s*(.*?)\s*$/s.exec(text) ?? [];
    if (name === undefined || value === undefined) {
      throw new Refusal(`\`--set ${text}\` does not have the form \`--set NAME=SIZE\`.`);
    }
    if (settings.has(name)) throw new Refusal(`\`--set ${name}\` stands twice; one is enough.`);
    const sizes = value.split(",").map((size) => readWhole(size.trim(), text));
    const [only] = sizes;
    settings.set(name, sizes.length === 1 && only !== undefined ? only : sizes);
  }
  return settings;
}

function readWhole(digits: string, setting: string): bigint {
  if (/^\d+$/.test(digits)) {
    if (digits.length > MOST_DIGITS) {
      throw new Refusal(
        `\`--set ${setting}\` is too long; a size has at most ${MOST_DIGITS} digits.`,
      );
    }
    if (BigInt(digits) > 0n) return BigInt(digits);
  }
  throw new Refusal(`\`--set ${setting}\` needs whole numbers of at least 1.`);
}
