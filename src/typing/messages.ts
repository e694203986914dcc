import type { DiagnosticCode } from "../document/diagnostic.ts";

/** The words of a diagnostic, before it has a place. */
export interface Message {
  readonly code: DiagnosticCode;
  readonly severity?: "warning" | "info";
  readonly title: string;
  readonly why?: readonly string[];
}

export function unknownArray(name: string, nearest: string | undefined): Message {
  return {
    code: "N01",
    title: `There is no array named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

export function arrayOutOfSight(name: string): Message {
  return {
    code: "N01",
    title: `\`${name}\` stays inside its loop and cannot be read here.`,
    why: ["Only what a loop carries or collects goes on after it."],
  };
}

export function layerIsNoArray(name: string): Message {
  return {
    code: "N01",
    title: `\`${name}\` is a layer, not an array.`,
    why: [`It gives an array when it is called: \`${name}(…)\`.`],
  };
}

export function unknownMemory(name: string, nearest: string | undefined): Message {
  return {
    code: "N01",
    title: `Nothing is saved in a memory named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

export function memoryNotSaved(memory: string, index: bigint): Message {
  return {
    code: "N01",
    title: `\`${memory}[${index}]\` is loaded but never saved.`,
  };
}

export function unknownOperation(name: string, nearest: string | undefined): Message {
  return {
    code: "N02",
    title: `There is no operation, layer or block named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

export function unknownBlock(name: string, nearest: string | undefined): Message {
  return {
    code: "N02",
    title: `There is no block named \`${name}\`.`,
    why: suggestion(nearest),
  };
}

export function layerWithoutCall(name: string): Message {
  return {
    code: "N02",
    title: `\`${name}\` needs an operation or a block as its value.`,
    why: ["For example `layer W = linear[m -> n]`."],
  };
}

export function wrongArgumentCount(callee: string, takes: string, got: number): Message {
  return {
    code: "N03",
    title: `\`${callee}\` takes ${takes}, but got ${got}.`,
  };
}

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
  };
}

export function outputNeverDefined(name: string, block: string): Message {
  return {
    code: "N05",
    title: `\`${name}\`, an output of \`${block}\`, is never defined.`,
  };
}

export function definedTwice(name: string): Message {
  return {
    code: "N06",
    title: `\`${name}\` is defined twice.`,
    why: ["A name is defined once in its block, bodies of loops included."],
  };
}

export function savedTwice(memory: string, index: string): Message {
  return {
    code: "N06",
    title: `\`${memory}[${index}]\` is saved twice.`,
    why: ["Each index of a memory is saved once."],
  };
}

export function wrongResultCount(callee: string, gives: number, named: number): Message {
  const arrays = gives === 1 ? "1 array" : `${gives} arrays`;
  const named_ = named === 1 ? "1 is named" : `${named} are named`;
  return { code: "N07", title: `\`${callee}\` gives ${arrays}, but ${named_}.` };
}

export function severalResultsInside(callee: string, gives: number): Message {
  return {
    code: "N07",
    title: `\`${callee}\` gives ${gives} arrays here, where one is needed.`,
    why: ["Name its results on a line of their own."],
  };
}

export function noResultsAllowed(callee: string): Message {
  return { code: "N07", title: `\`${callee}\` takes no axes after \`->\`.` };
}

export function wrongResultAxes(callee: string, takes: string, got: number): Message {
  return { code: "N07", title: `\`${callee}\` takes ${takes} after \`->\`, but got ${got}.` };
}

export function refuted(sentence: string, why: readonly string[]): Message {
  return { code: "N08", title: sentence, why };
}

export function contradiction(title: string, why: readonly string[]): Message {
  return { code: "N09", title, why };
}

export function blockContainsItself(path: readonly string[]): Message {
  const [name = ""] = path;
  return {
    code: "N10",
    title: `\`${name}\` contains itself.`,
    why: path.length > 2 ? [`The blocks call each other: ${path.join(" → ")}.`] : [],
  };
}

export function unknownOption(callee: string, word: string, nearest: string | undefined): Message {
  return {
    code: "N11",
    title: `\`${callee}\` has no option \`${word}\`.`,
    why: suggestion(nearest),
  };
}

export function unknownKeyword(callee: string, word: string, nearest: string | undefined): Message {
  return {
    code: "N11",
    title: `\`${callee}\` has no keyword \`${word}\`.`,
    why: suggestion(nearest),
  };
}

export function repeatedWord(callee: string, word: string): Message {
  return { code: "N11", title: `\`${callee}\` is given \`${word}\` twice.` };
}

export function optionValues(callee: string, word: string, takes: string): Message {
  return { code: "N11", title: `The option \`${word}\` of \`${callee}\` takes ${takes}.` };
}

export function keywordTakesNumber(callee: string, word: string): Message {
  return { code: "N11", title: `\`${word}\` of \`${callee}\` takes a number.` };
}

export function noTargetsAllowed(callee: string): Message {
  return { code: "N11", title: `\`${callee}\` takes no axes in brackets.` };
}

export function tooManyTargets(callee: string, takes: string, got: number): Message {
  return { code: "N11", title: `\`${callee}\` takes ${takes} in brackets, but got ${got}.` };
}

export function bindsNothing(callee: string, name: string, nearest: string | undefined): Message {
  return {
    code: "N11",
    title: `\`${callee}\` has no axis or size \`${name}\`.`,
    why: suggestion(nearest),
  };
}

export function wrongEntries(port: {
  readonly where: string;
  readonly takes: string;
  readonly got: string;
}): Message {
  return {
    code: "N12",
    title: `${port.where} takes ${port.takes}, but got ${port.got}.`,
  };
}

export function reservedWord(word: string): Message {
  return {
    code: "N13",
    title: `\`${word}\` is a word of the language and cannot be a name.`,
    why: [`\`${word}_\` can.`],
  };
}

export function missingAxis(use: {
  readonly callee: string;
  readonly axis: string;
  readonly array: string;
  readonly shape: readonly string[];
  readonly nearest?: string | undefined;
}): Message {
  return {
    code: "S01",
    title: `\`${use.callee}\` over \`${use.axis}\` needs an axis \`${use.axis}\`, but ${use.array} is [${use.shape.join(" ")}].`,
    why: suggestion(use.nearest),
  };
}

export function portWithoutAxis(use: {
  readonly callee: string;
  readonly port: string;
  readonly axis: string;
  readonly array: string;
  readonly shape: readonly string[];
}): Message {
  return {
    code: "S01",
    title: `\`${use.port}\` of \`${use.callee}\` needs an axis for \`${use.axis}\`, but ${use.array} is [${use.shape.join(" ")}].`,
  };
}

export function notGivenYet(what: string): Message {
  return { code: "S05", title: `${what} is not given yet.` };
}

export function missingPart(sentence: string): Message {
  return { code: "S05", title: sentence };
}

export function cycle(names: readonly string[]): Message {
  const [first = ""] = names;
  const title =
    names.length === 1
      ? `\`${first}\` is computed from itself.`
      : `These ${names.length} arrays form a loop: ${[...names, first].join(" → ")}.`;
  return {
    code: "S04",
    title,
    why: ["A value that goes round belongs in a `scan` or a `repeat`."],
  };
}

export function sizeCycle(names: readonly string[]): Message {
  const [first = ""] = names;
  const title =
    names.length === 1
      ? `The size \`${first}\` is defined by itself.`
      : `These ${names.length} sizes define each other: ${[...names, first].join(" → ")}.`;
  return { code: "S04", title };
}

export function ambiguousBroadcast(use: {
  readonly callee: string;
  readonly axis: string;
  readonly bound: { readonly port: string; readonly to: string };
  readonly left: { readonly port: string };
}): Message {
  return {
    code: "S07",
    title: `\`${use.axis}\` arrives twice: as \`${use.bound.to}\` and as an extra axis of \`${use.left.port}\`.`,
    why: [
      `At \`${use.bound.port}\` of \`${use.callee}\`, \`${use.axis}\` is bound to \`${use.bound.to}\`.`,
      `At \`${use.left.port}\` it is left over.`,
    ],
  };
}

export function whichAxis(use: {
  readonly callee: string;
  readonly port: string;
  readonly shape: readonly string[];
  readonly open: readonly string[];
  readonly choices: readonly string[];
}): Message {
  const open = use.open.map((axis) => `\`${axis}\``).join(" and ");
  const choices = use.choices.map((axis) => `\`${axis}\``);
  const last = choices.pop() ?? "";
  const among = choices.length > 0 ? `${choices.join(", ")} or ${last}` : last;
  const [axis = "", choice = ""] = [use.open[0], use.choices[0]];
  return {
    code: "S08",
    title: `\`${use.callee}\` needs to know which axis of \`${use.port}\` [${use.shape.join(" ")}] is ${open}: ${among}.`,
    why: [`Brackets say it, as in \`${use.callee}[${axis}=${choice}](…)\`.`],
  };
}

export function boundTwice(use: {
  readonly callee: string;
  readonly axis: string;
  readonly choices: readonly [string, string];
}): Message {
  const [one, other] = use.choices;
  return {
    code: "S08",
    title: `\`${use.axis}\` of \`${use.callee}\` would be both \`${one}\` and \`${other}\`.`,
    why: ["An axis that stands at two ports is bound to one axis."],
  };
}

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
    };
  }
  return {
    code: "S10",
    title: `Each of the ${carry.count} copies must give back [${enters}]; this body gives [${leaves}].`,
    why: axisDifference(carry.next, carry.enters, carry.leaves),
  };
}

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
  };
}

export function axisTwice(axis: string, shape: readonly string[]): Message {
  const at = shape.indexOf(axis);
  const shown = [...shape.slice(0, at + 1), axis, ...shape.slice(at + 1)];
  return {
    code: "S11",
    title: `The result would have \`${axis}\` twice: [${shown.join(" ")}].`,
  };
}

export function writtenTwice(axis: string, shape: readonly string[]): Message {
  return { code: "S11", title: `\`${axis}\` stands twice in [${shape.join(" ")}].` };
}

export function unknownSize(title: string, nearest: string | undefined): Message {
  return { code: "S12", title, why: suggestion(nearest) };
}

export function unusedArray(name: string): Message {
  return {
    code: "S18",
    severity: "warning",
    title: `\`${name}\` is computed and never used.`,
  };
}

export function arrayOrSize(name: string): Message {
  return {
    code: "S19",
    severity: "warning",
    title: `\`${name}\` here is the array; write \`size(${name})\` for the size.`,
  };
}

function suggestion(nearest: string | undefined): readonly string[] {
  return nearest === undefined ? [] : [`The nearest name is \`${nearest}\`.`];
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
