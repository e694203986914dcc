import { Refusal, unknownName } from "./refusal.ts";

/** An option of a command; `takes` names its value in the usage and is absent for a flag. */
export interface CommandOption {
  readonly takes?: string;
  readonly repeated?: boolean;
  readonly meaning: string;
}

/** The words after the command's name, sorted out; flags have an empty list of values. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** Sorts words into operands and options; refuses options that `known` lacks. */
export function readArguments(
  command: string,
  words: readonly string[],
  known: Readonly<Record<string, CommandOption>>,
): Arguments {
  const operands: string[] = [];
  const options = new Map<string, string[]>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "--") {
      operands.push(...rest.splice(0));
    } else if (!word.startsWith("-") || word === "-") {
      operands.push(word);
    } else {
      const [name, ...parts] = word.split("=");
      const value = parts.length > 0 ? parts.join("=") : undefined;
      readOption(name ?? word, value);
    }
  }
  return { operands, options };

  function readOption(name: string, attached: string | undefined): void {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (option === undefined) {
      throw unknownName(`option of \`${command}\` called`, name, Object.keys(known));
    }
    if (option.takes === undefined) {
      if (attached !== undefined) throw new Refusal(`\`${name}\` takes no value.`);
      options.set(name, []);
      return;
    }
    const value = attached ?? rest.shift();
    if (value === undefined || (attached === undefined && value.startsWith("--"))) {
      throw new Refusal(`\`${name}\` needs a value: \`${name} ${option.takes}\`.`);
    }
    const earlier = options.get(name) ?? [];
    if (earlier.length > 0 && option.repeated !== true) {
      throw new Refusal(`\`${name}\` stands twice; one is enough.`);
    }
    options.set(name, [...earlier, value]);
  }
}

/** The value of an option that may stand once. */
export function optionValue(given: Arguments, name: string): string | undefined {
  return given.options.get(name)?.[0];
}

/** The value of an option that must be one of a few words. */
export function optionChoice<Word extends string>(
  given: Arguments,
  name: string,
  choices: readonly Word[],
): Word | undefined {
  const value = optionValue(given, name);
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw unknownName(`\`${name}\` called`, value, choices);
  return found;
}
