import type { Entries } from "../../shapes/array-type.ts";
import { explain } from "../../shapes/problem.ts";
import type { Demand, DiagnosticFacts } from "../document/diagnostic-facts.ts";
import type { NodeId } from "../document/document.ts";
import { describeEntries } from "../ops/shared/entries.ts";
import { listed } from "../ops/shared/phrase.ts";
import { type Message, pathText, suggestion } from "./message.ts";

/** A name in an expression that is neither an array nor a size. */
export function unknownArray(name: string, nearest: string | undefined): Message {
  return {
    code: "N01",
    title: `There is no array named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

/** An array of a loop that is read outside of it. */
export function arrayOutOfSight(name: string): Message {
  return {
    code: "N01",
    title: `\`${name}\` stays inside its loop and cannot be read here.`,
    why: ["Only what a loop carries or collects goes on after it."],
  };
}

/** A layer that stands where an array is needed. */
export function layerIsNoArray(name: string): Message {
  return {
    code: "N01",
    title: `\`${name}\` is a layer, not an array.`,
    why: [`It gives an array when it is called: \`${name}(…)\`.`],
  };
}

/** A `load` from a memory into which nothing is saved. */
export function unknownMemory(name: string, nearest: string | undefined): Message {
  return {
    code: "N01",
    title: `Nothing is saved in a memory named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

/** A `load` of an index that no copy saves. */
export function memoryNotSaved(memory: string, index: bigint): Message {
  return {
    code: "N01",
    title: `\`${memory}[${index}]\` is loaded but never saved.`,
  };
}

/** A call of something that is not there. */
export function unknownOperation(name: string, nearest: string | undefined): Message {
  return {
    code: "N02",
    title: `There is no operation, layer or block named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

/** A `main` that is no block of the file. */
export function unknownBlock(name: string, nearest: string | undefined): Message {
  return {
    code: "N02",
    title: `There is no block named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

/** A layer whose value is no call. */
export function layerWithoutCall(name: string): Message {
  return {
    code: "N02",
    title: `\`${name}\` needs an operation or a block as its value.`,
    why: ["For example `layer W = linear[m -> n]`."],
  };
}

/** A call with too many or too few arrays; `takes` says how many there should be. */
export function wrongArgumentCount(callee: string, takes: string, got: number): Message {
  return {
    code: "N03",
    title: `\`${callee}\` takes ${takes}, but got ${got}.`,
  };
}

/** A written shape that has other axes than the right side gives. */
export function notTheShape(shape: {
  readonly name: string;
  readonly declared: readonly string[];
  readonly computed: readonly string[];
}): Message {
  const { name, declared, computed } = shape;
  const extra = declared.filter((axis) => !computed.includes(axis));
  const missing = computed.filter((axis) => !declared.includes(axis));
  return {
    code: "N04",
    title: `\`${name}\` is written as [${declared.join(" ")}], but it comes out as [${computed.join(" ")}].`,
    why: [
      ...missing.map((axis) => `\`${axis}\` comes out of the right side and is not written.`),
      ...extra.map((axis) => `\`${axis}\` is written, but the right side does not give it.`),
    ],
    clash: { kind: "shape", extra: missing, lacking: extra },
    disputes: [...missing, ...extra],
    misplaced: { for: extra, in: missing },
  };
}

/** An output that the body of its block leaves out. */
export function outputNeverDefined(name: string, block: string): Message {
  return {
    code: "N05",
    title: `\`${name}\`, an output of \`${block}\`, is never defined.`,
  };
}

/** The second definition of a name. */
export function definedTwice(name: string): Message {
  return {
    code: "N06",
    title: `\`${name}\` is defined twice.`,
    why: ["A name is defined once in its block, bodies of loops included."],
    facts: { kind: "name", name },
  };
}

/** An index of a memory that two copies save. */
export function savedTwice(memory: string, index: string): Message {
  return {
    code: "N06",
    title: `\`${memory}[${index}]\` is saved twice.`,
    why: ["Each index of a memory is saved once."],
    facts: { kind: "name", name: memory },
  };
}

/** A left side with more or fewer names than there are results. */
export function wrongResultCount(callee: string, gives: number, named: number): Message {
  const arrays = gives === 1 ? "1 array" : `${gives} arrays`;
  const named_ = named === 1 ? "1 is named" : `${named} are named`;
  const title = `\`${callee}\` gives ${arrays}, but ${named_}.`;
  return { code: "N07", title, facts: { kind: "results", gives } };
}

/** A call of several results inside an expression. */
export function severalResultsInside(callee: string, gives: number): Message {
  return {
    code: "N07",
    title: `\`${callee}\` gives ${gives} arrays here, where one is needed.`,
    why: ["Name its results on a line of their own."],
    facts: { kind: "results", gives, inside: true },
  };
}

/** Axes after `->` where none may stand. */
export function noResultsAllowed(callee: string): Message {
  return { code: "N07", title: `\`${callee}\` takes no axes after \`->\`.` };
}

/** Too many axes after `->`. */
export function wrongResultAxes(callee: string, takes: string, got: number): Message {
  return { code: "N07", title: `\`${callee}\` takes ${takes} after \`->\`, but got ${got}.` };
}

/** A requirement that does not hold at the configured values. */
export function refuted(sentence: string, why: readonly string[], facts: Demand): Message {
  return { code: "N08", title: sentence, why, facts };
}

/** Requirements that no sizes fulfil, as they are written, and the place of the one that is blamed. */
export function cannotHold(
  requirements: readonly { readonly text: string; readonly node: NodeId }[],
  at: NodeId,
  why: readonly string[],
): Message {
  const texts = requirements.map(({ text }) => `\`${text}\``);
  const title =
    texts.length === 1 ? `${texts[0]} can never hold.` : `${listed(texts)} cannot hold together.`;
  const labels = requirements.flatMap(({ text, node }) =>
    node === at ? [] : [{ at: { node }, text: `\`${text}\` is required here.` }],
  );
  const facts = { kind: "together", requirements } as const;
  return { code: "N08", title, why, labels, facts };
}

/** Sizes that cannot be as the file and the settings say. */
export function contradiction(
  title: string,
  why: readonly string[],
  facts?: DiagnosticFacts,
): Message {
  return { code: "N09", title, why, ...(facts && { facts }) };
}

/** An entry that a table does not have; `last` is the furthest of several, `asks` who asks for it. */
export function noSuchEntry(
  table: string,
  position: bigint,
  length: number,
  more: { readonly last?: number; readonly asks?: string | undefined } = {},
): Message {
  const title = explain({ kind: "no such entry", table, position, length });
  const { last = Number(position), asks } = more;
  const facts = { kind: "entry", table, entry: last, length } as const;
  return contradiction(title, asks === undefined ? [] : [asks], facts);
}

/** A block that calls itself; `path` starts and ends with it. */
export function blockContainsItself(path: readonly string[]): Message {
  const [name = ""] = path;
  return {
    code: "N10",
    title: `\`${name}\` contains itself.`,
    why: path.length > 2 ? [`The blocks call each other: ${pathText(path)}.`] : [],
  };
}

/** An option that the operation does not have. */
export function unknownOption(callee: string, word: string, nearest: string | undefined): Message {
  return {
    code: "N11",
    title: `\`${callee}\` has no option \`${word}\`.`,
    why: suggestion(nearest),
  };
}

/** A keyword that the operation does not have. */
export function unknownKeyword(callee: string, word: string, nearest: string | undefined): Message {
  return {
    code: "N11",
    title: `\`${callee}\` has no keyword \`${word}\`.`,
    why: suggestion(nearest),
  };
}

/** An option or keyword that is given twice. */
export function repeatedWord(callee: string, word: string): Message {
  return { code: "N11", title: `\`${callee}\` is given \`${word}\` twice.` };
}

/** An option with something else after it than it takes. */
export function optionValues(callee: string, word: string, takes: string): Message {
  return { code: "N11", title: `The option \`${word}\` of \`${callee}\` takes ${takes}.` };
}

/** A keyword with an array where a number is needed. */
export function keywordTakesNumber(callee: string, word: string): Message {
  return { code: "N11", title: `\`${word}\` of \`${callee}\` takes a number.` };
}

/** Axes in the brackets of an operation that takes none. */
export function noTargetsAllowed(callee: string): Message {
  return { code: "N11", title: `\`${callee}\` takes no axes in brackets.` };
}

/** Too many axes in brackets. */
export function tooManyTargets(callee: string, takes: string, got: number): Message {
  return { code: "N11", title: `\`${callee}\` takes ${takes} in brackets, but got ${got}.` };
}

/** Brackets of a block that name neither an axis nor a size of it. */
export function bindsNothing(callee: string, name: string, nearest: string | undefined): Message {
  return {
    code: "N11",
    title: `\`${callee}\` has no axis or size \`${name}\`.`,
    why: suggestion(nearest),
  };
}

/** Brackets of a block that give a size to an axis of its ports. */
export function bindsNoSize(callee: string, axis: string): Message {
  return {
    code: "N11",
    title: `\`${axis}\` of \`${callee}\` is an axis of its ports; it is bound to an axis here.`,
    why: ["Its size is that of the array that comes in."],
  };
}

/** Entries of another kind than the place takes. */
export function wrongEntries(port: {
  readonly where: string;
  readonly takes: Entries | "numbers";
  readonly got: Entries;
}): Message {
  const { where, takes } = port;
  const kind = takes === "numbers" ? takes : describeEntries(takes);
  return {
    code: "N12",
    title: `${where} takes ${kind}, but got ${describeEntries(port.got)}.`,
    ...(takes !== "numbers" && { facts: { kind: "entries", takes } }),
  };
}
