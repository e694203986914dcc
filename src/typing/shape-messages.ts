import type { Place } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";
import { quoted } from "../ops/shared/phrase.ts";
import { type Message, MOST_NAMES, pathText, suggestion } from "./message.ts";
import type { Misplaced } from "./stand-ins.ts";

/** An operation over an axis that its argument does not have. */
export function missingAxis(use: {
  readonly callee: string;
  readonly axis: string;
  readonly array: string;
  readonly shape: readonly string[];
  /** The argument by its name. */
  readonly name?: string | undefined;
  readonly nearest?: string | undefined;
}): Message {
  return {
    code: "S01",
    title: `\`${use.callee}\` over \`${use.axis}\` needs an axis \`${use.axis}\`, but ${use.array} is [${use.shape.join(" ")}].`,
    why: suggestion(use.nearest),
    clash: { kind: "missing", axes: [use.axis] },
    misplaced: { for: [use.axis], in: use.shape, array: use.name },
  };
}

/** An argument with too few axes for a port of a block. */
export function portWithoutAxis(use: {
  readonly callee: string;
  readonly port: string;
  readonly axis: string;
  /** The axis here that the port's axis is bound to. */
  readonly wanted: string;
  readonly array: string;
  readonly name?: string | undefined;
  readonly shape: readonly string[];
}): Message {
  return {
    code: "S01",
    title: `\`${use.port}\` of \`${use.callee}\` needs an axis for \`${use.axis}\`, but ${use.array} is [${use.shape.join(" ")}].`,
    clash: { kind: "missing", axes: [use.axis] },
    misplaced: { for: [use.wanted], in: use.shape, array: use.name },
  };
}

/** An axis that an array from outside lacks and several operations need. */
export function axisGone(of: {
  readonly array: string;
  readonly axis: string;
  readonly shape: readonly string[];
  readonly users: readonly { readonly node: NodeId; readonly title: string }[];
}): Message {
  const { array, axis, shape, users } = of;
  return {
    code: "S01",
    title: `\`${array}\` [${shape.join(" ")}] has no axis \`${axis}\`, but ${users.length} operations use it.`,
    facts: { kind: "axis of input", array, axis, users },
  };
}

/** Arrays that are computed from each other, in the order of the loop, with the lines that make them. */
export function cycle(links: readonly { readonly name: string; readonly node: NodeId }[]): Message {
  const names = links.map(({ name }) => name);
  const [first = ""] = names;
  const labels = links.slice(0, MOST_NAMES).map(({ name, node }, i) => ({
    at: { node, part: `result ${name}` },
    text: `${i + 1}. \`${name}\` is computed from \`${names.at(i - 1)}\`.`,
  }));
  const title =
    names.length === 1
      ? `\`${first}\` is computed from itself.`
      : `These ${names.length} arrays form a loop: ${pathText([...names, first])}.`;
  return {
    code: "S04",
    title,
    why: ["A value that goes round belongs in a `scan` or a `repeat`."],
    ...(names.length > 1 && { labels }),
    facts: { kind: "circle", names },
  };
}

/** Sizes that are defined by each other. */
export function sizeCycle(names: readonly string[]): Message {
  const [first = ""] = names;
  const title =
    names.length === 1
      ? `The size \`${first}\` is defined by itself.`
      : `These ${names.length} sizes define each other: ${pathText([...names, first])}.`;
  return { code: "S04", title, facts: { kind: "circle", names } };
}

/** An axis that is bound at one port and left over at another. */
export function ambiguousBroadcast(use: {
  readonly callee: string;
  readonly axis: string;
  readonly bound: { readonly port: string; readonly at: Place; readonly to: string };
  readonly left: { readonly port: string; readonly at: Place };
}): Message {
  return {
    code: "S07",
    title: `\`${use.axis}\` arrives twice: as \`${use.bound.to}\` and as an extra axis of \`${use.left.port}\`.`,
    why: [
      `At \`${use.bound.port}\` of \`${use.callee}\`, \`${use.axis}\` is bound to \`${use.bound.to}\`.`,
      `At \`${use.left.port}\` it is left over.`,
    ],
    labels: [
      { at: use.bound.at, text: `Here \`${use.axis}\` is bound to \`${use.bound.to}\`.` },
      { at: use.left.at, text: `Here \`${use.axis}\` is left over.` },
    ],
    facts: { kind: "arrives twice", axis: use.axis, port: use.left.port },
  };
}

/** More axes left at a port than it has open ones. */
export function whichAxis(use: {
  readonly callee: string;
  readonly port: string;
  readonly shape: readonly string[];
  readonly open: readonly string[];
  readonly choices: readonly string[];
  /** Axes of the port that the argument has by the same names. */
  readonly matching: readonly string[];
  readonly at: Place;
}): Message {
  const [open, matching] = [quoted(use.open), quoted(use.matching)];
  const among = quoted(use.choices, "or");
  const match = use.matching.length === 1 ? "matches" : "match";
  const known = use.matching.length > 0 ? `${matching} ${match} by name; ` : "";
  const [axis = "", choice = ""] = [use.open[0], use.choices[0]];
  const which = use.open.length === 1 ? "which axis" : "which axes";
  const is = use.open.length === 1 ? "is" : "are";
  return {
    code: "S08",
    title: `\`${use.callee}\` needs to know ${which} of \`${use.port}\` [${use.shape.join(" ")}] ${is} ${open}: ${among}.`,
    why: [`Brackets say it, as in \`${use.callee}[${axis}=${choice}](…)\`.`],
    labels: [
      {
        at: use.at,
        text: `${known}${quoted(use.choices)} are left for ${open}, so the order does not tell.`,
      },
    ],
    facts: { kind: "choices", open: use.open, choices: use.choices },
  };
}

/** A carry that does not come out as it went in. */
export function stateChanges(carry: {
  readonly loop: "repeat" | "scan";
  readonly count: string;
  readonly name: string;
  readonly next: string;
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
}): Message {
  const [enters, leaves] = [carry.enters.join(" "), carry.leaves.join(" ")];
  if (carry.loop === "scan") {
    return {
      code: "S09",
      title: `The state of this scan enters as \`${carry.name}\`[${enters}] but leaves as [${leaves}].`,
      why: axisDifference(carry.next, carry.enters, carry.leaves),
      disputes: differing(carry.enters, carry.leaves),
      misplaced: exchanged(carry.leaves, carry.enters),
    };
  }
  return {
    code: "S10",
    title: `Each of the ${carry.count} copies must give back [${enters}]; this body gives [${leaves}].`,
    why: axisDifference(carry.next, carry.enters, carry.leaves),
    disputes: differing(carry.enters, carry.leaves),
    misplaced: exchanged(carry.leaves, carry.enters),
  };
}

/** A state with the axis of its scan: what has an entry for every step is no state. */
export function stateAlongScan(carry: {
  readonly name: string;
  readonly axis: string;
  readonly enters: readonly string[];
}): Message {
  return {
    code: "S09",
    title: `The state \`${carry.name}\`[${carry.enters.join(" ")}] has the axis \`${carry.axis}\` that this scan goes along.`,
    why: ["A state is handed on from step to step; what each step gives is collected."],
    disputes: [carry.axis],
    misplaced: { in: [carry.axis] },
  };
}

/** A start of a carry with axes that the carry lacks. */
export function startDoesNotFit(carry: {
  readonly loop: "repeat" | "scan";
  readonly name: string;
  readonly start: readonly string[];
  readonly enters: readonly string[];
}): Message {
  const loop = carry.loop === "scan" ? "scan" : "repeat";
  return {
    code: carry.loop === "scan" ? "S09" : "S10",
    title: `The state \`${carry.name}\` of this ${loop} is [${carry.enters.join(" ")}], but it starts as [${carry.start.join(" ")}].`,
    why: axisDifference("The start", carry.enters, carry.start),
    disputes: differing(carry.enters, carry.start),
    misplaced: exchanged(carry.start, carry.enters),
  };
}

/** A result that would have one axis twice; `shape` has it once, and the arguments `from` have it. */
export function axisTwice(
  axis: string,
  shape: readonly string[],
  from: readonly { readonly name?: string | undefined; readonly at: Place }[] = [],
): Message {
  const at = shape.indexOf(axis);
  const shown = [...shape.slice(0, at + 1), axis, ...shape.slice(at + 1)];
  return {
    code: "S11",
    title: `The result would have \`${axis}\` twice: [${shown.join(" ")}].`,
    labels: from.map(({ name, at }) => ({
      at,
      text: `\`${axis}\` comes from ${name === undefined ? "this argument" : `\`${name}\``}.`,
    })),
    facts: { kind: "axis", axis },
  };
}

/** An axis that is put together, or taken apart, in another order than before. */
export function otherOrder(axis: {
  readonly way: "apart" | "together";
  readonly whole: string;
  readonly parts: readonly string[];
  readonly known: readonly string[];
}): Message {
  const [before, now] = [axis.known, axis.parts].map((parts) => `\`${parts.join("·")}\``);
  const title =
    axis.way === "together"
      ? `\`${axis.whole}\` was split as ${before} and is merged back as ${now}.`
      : `\`${axis.whole}\` was merged as ${before} and is split as ${now}.`;
  return {
    code: "S16",
    severity: "warning",
    title,
    why: ["The sizes agree, but its entries end up in another order."],
    facts: { kind: "order", way: axis.way, whole: axis.whole, known: axis.known },
  };
}

/** A written shape or brackets with one axis twice. */
export function writtenTwice(axis: string, shape: readonly string[]): Message {
  const title = `\`${axis}\` stands twice in [${shape.join(" ")}].`;
  return { code: "S11", title, facts: { kind: "axis", axis } };
}

/** A size expression with a name that is no size, or no table of sizes. */
export function unknownSize(
  title: string,
  of: { readonly name: string; readonly isTable?: boolean },
  nearest: string | undefined,
): Message {
  const { name, isTable = false } = of;
  const facts = { kind: "unknown size", name, isTable } as const;
  return { code: "S12", title, why: suggestion(nearest), facts };
}

/** An axis whose size nothing says. */
export function sizeNotDetermined(axis: string, callee: string): Message {
  return {
    code: "S17",
    severity: "info",
    title: `Nothing fixes the size of \`${axis}\` in this \`${callee}\`.`,
  };
}

/** An array of a block that nothing reads. */
export function unusedArray(name: string): Message {
  return {
    code: "S18",
    severity: "warning",
    title: `\`${name}\` is computed and never used.`,
  };
}

/** An array that has the name of an axis on the same line. */
export function arrayOrSize(name: string): Message {
  return {
    code: "S19",
    severity: "warning",
    title: `\`${name}\` here is the array; write \`size(${name})\` for the size.`,
  };
}

/** The axes that only one of two shapes has. */
export function differing(one: readonly string[], other: readonly string[]): readonly string[] {
  return [
    ...one.filter((axis) => !other.includes(axis)),
    ...other.filter((axis) => !one.includes(axis)),
  ];
}

/** The axes of the second shape that stand where others of the first should. */
export function exchanged(wanted: readonly string[], got: readonly string[]): Misplaced {
  return {
    for: wanted.filter((axis) => !got.includes(axis)),
    in: got.filter((axis) => !wanted.includes(axis)),
  };
}

function axisDifference(
  subject: string,
  wanted: readonly string[],
  got: readonly string[],
): readonly string[] {
  const named = subject.startsWith("The ") ? subject : `\`${subject}\``;
  return [
    ...got.filter((axis) => !wanted.includes(axis)).map((axis) => `${named} has \`${axis}\`.`),
    ...wanted.filter((axis) => !got.includes(axis)).map((axis) => `${named} lacks \`${axis}\`.`),
  ];
}
