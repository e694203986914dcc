import type { Absence } from "../document/diagnostic-facts.ts";
import type { Message } from "./message.ts";

/** A `?`. */
export function notGivenYet(what: string): Message {
  return { code: "S05", title: `${what} is not given yet.` };
}

/** A port by its name, or by its place among several of one name, and the axes that it needs. */
export interface Port {
  readonly port?: string | number | undefined;
  readonly expects?: readonly string[] | undefined;
  /** The call does without it: a keyword, or one more than the call takes. */
  readonly isSpare?: boolean;
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** A `?` among the arguments of a call; without a port where the call takes no more of them. */
export function notConnected(callee: string, { port, expects, isSpare }: Port): Message {
  const which = typeof port === "number" ? ORDINALS[port] : undefined;
  const where = which === undefined ? `\`${port}\`` : `the ${which} operand`;
  const isNamed = typeof port === "string" || which !== undefined;
  return {
    code: "S05",
    title: isNamed
      ? `Nothing is connected to ${where} of \`${callee}\`.`
      : `An argument of \`${callee}\` is not given yet.`,
    why: expects === undefined ? [] : [`It expects [${expects.join(" ")}].`],
    facts: {
      kind: "absent",
      what: "operand",
      ...(expects && { expects }),
      ...(isSpare && { isSpare }),
    },
  };
}

/** Something that has to be written and is not. */
export function missingPart(sentence: string, facts?: Absence): Message {
  return { code: "S05", title: sentence, ...(facts && { facts }) };
}

/** An array of a block that is written without its axes. */
export function portWithoutShape(name: string): Message {
  const facts = { kind: "absent", what: "shape of port" } as const;
  return missingPart(`A port needs a shape, as in \`${name}[t m]\`.`, facts);
}
