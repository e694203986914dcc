import type { Axis } from "../../shapes/axis.ts";
import { expressionTex } from "../../shapes/print.ts";
import type { Size } from "../../shapes/size.ts";
import type {
  AxisTerm,
  BracketOption,
  Brackets,
  NodeId,
  OptionValue,
} from "../document/document.ts";
import type { BracketSpec, Op, OpCall, OptionSpec } from "../ops/op.ts";
import { missingPart, notGivenYet } from "./absence-messages.ts";
import { type Body, type Checking, report } from "./checking.ts";
import {
  noResultsAllowed,
  noTargetsAllowed,
  optionValues,
  repeatedWord,
  tooManyTargets,
  unknownOption,
  wrongResultAxes,
} from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { readSizeAt } from "./read-size.ts";
import { axisNamed } from "./scope.ts";
import { writtenTwice } from "./shape-messages.ts";

/** Brackets as an operation takes them; `undefined` in their place means a mistake was reported. */
export interface ReadBrackets {
  readonly targets: readonly Axis[];
  readonly results: readonly Axis[];
  readonly options: Readonly<Record<string, readonly Size[]>>;
  readonly optionTexts: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, string>>;
  readonly sizeNames: Readonly<Record<string, readonly (string | undefined)[]>>;
  readonly over?: NonNullable<OpCall["over"]>;
  readonly groups?: NonNullable<OpCall["groups"]>;
}

const NOTHING: Brackets = { targets: [], options: [] };

/** Reads the brackets of an operation and reports the first thing that does not fit it. */
export function readBrackets(
  checking: Checking,
  body: Body,
  call: { readonly op: Op; readonly node: NodeId; readonly brackets: Brackets | undefined },
): ReadBrackets | undefined {
  const { op, node } = call;
  const brackets = call.brackets ?? NOTHING;
  const { targets: takesTargets, results: takesResults } = op.brackets;
  const places = { checking, callee: op.name, node, groups: op.brackets.groups === true };
  const before = readTerms(places, brackets.targets, "A target");
  if (!before || !targetsFit(places, takesTargets, before.length)) return undefined;
  const repeats = op.brackets.repeats === true;
  const after = readTerms({ ...places, repeats }, brackets.results ?? [], "A result");
  if (!after || !resultsFit(places, takesResults, brackets.results && after.length)) {
    return undefined;
  }
  const options = readOptions(places, body, op.brackets, brackets.options);
  return (
    options && {
      targets: before.flat(),
      results: after.flat(),
      ...(places.groups && { groups: { targets: before, results: after } }),
      ...options,
    }
  );
}

interface Reading {
  readonly checking: Checking;
  readonly callee: string;
  readonly node: NodeId;
  readonly groups: boolean;
  readonly repeats?: boolean;
}

/** The axes of each term: one, or those of a group. */
function readTerms(
  reading: Reading,
  terms: readonly AxisTerm[],
  what: string,
): readonly (readonly Axis[])[] | undefined {
  const flat = terms.flatMap((term) =>
    term.kind === "group" && reading.groups ? term.axes : [term],
  );
  const axes = readAxes(reading, flat, what);
  if (!axes) return undefined;
  let next = 0;
  return terms.map((term) => {
    const count = term.kind === "group" ? term.axes.length : 1;
    next += count;
    return axes.slice(next - count, next);
  });
}

function readAxes(
  { checking, callee, node, repeats }: Reading,
  terms: readonly AxisTerm[],
  what: string,
): readonly Axis[] | undefined {
  const axes: Axis[] = [];
  for (const term of terms) {
    if (term.kind === "unknown") {
      report(checking, notGivenYet(`${what} of \`${callee}\``), { node });
      return undefined;
    }
    if (term.kind === "group") {
      report(
        checking,
        missingPart(`\`${callee}\` needs single axes; \`rearrange\` takes groups.`),
        { node },
      );
      return undefined;
    }
    if (!repeats && axes.some((axis) => axis.name === term.name)) {
      const shape = terms.flatMap((other) => (other.kind === "axis" ? [other.name] : []));
      report(checking, writtenTwice(term.name, shape), { node, part: `axis ${term.name}` });
      return undefined;
    }
    const axis = axisNamed(checking.scope, term.name);
    axes.push({ name: axis.name, size: checking.sizes.resolve(axis.size) });
  }
  return axes;
}

function targetsFit(
  { checking, callee, node }: Reading,
  takes: BracketSpec["targets"],
  count: number,
): boolean {
  if (takes === "any") return true;
  if (takes === "none") {
    if (count > 0) report(checking, noTargetsAllowed(callee), { node, part: "name" });
    return count === 0;
  }
  const least = takes === "some" ? 1 : takes;
  if (count < least) {
    const form = takes === 1 || takes === "some" ? "[x]" : `[${"x y z w".slice(0, takes * 2 - 1)}]`;
    const needs = `\`${callee}\` needs ${axesInWords(takes)} in brackets, as in \`${callee}${form}\`.`;
    report(checking, missingPart(needs), { node, part: "name" });
    return false;
  }
  if (takes === "some" || count === takes) return true;
  report(checking, tooManyTargets(callee, axesInWords(takes), count), { node, part: "name" });
  return false;
}

function resultsFit(
  { checking, callee, node }: Reading,
  takes: BracketSpec["results"],
  count: number | undefined,
): boolean {
  if (takes === "none") {
    if (count !== undefined) report(checking, noResultsAllowed(callee), { node, part: "name" });
    return count === undefined;
  }
  if (takes === "any") return true;
  const least = takes === "some" ? 1 : takes;
  if ((count ?? 0) < least) {
    const needs = `\`${callee}\` needs ${axesInWords(takes)} after \`->\` in its brackets.`;
    report(checking, missingPart(needs), { node, part: "name" });
    return false;
  }
  if (takes === "some" || count === takes) return true;
  report(checking, wrongResultAxes(callee, axesInWords(takes), count ?? 0), { node, part: "name" });
  return false;
}

function readOptions(
  reading: Reading,
  body: Body,
  spec: BracketSpec,
  written: readonly BracketOption[],
): Omit<ReadBrackets, "targets" | "results" | "groups"> | undefined {
  const { checking, callee, node } = reading;
  const options: Record<string, readonly Size[]> = {};
  const optionTexts: Record<string, readonly string[]> = {};
  const words: Record<string, string> = {};
  const sizeNames: Record<string, readonly (string | undefined)[]> = {};
  let over: OpCall["over"];
  const seen = new Set<string>();
  for (const option of written) {
    const { word } = option;
    const place = { node, part: `option ${word}` };
    const known = Object.hasOwn(spec.options, word) ? spec.options[word] : undefined;
    if (!known) {
      const nearest = nearestName(word, Object.keys(spec.options));
      report(checking, unknownOption(callee, word, nearest), place);
      return undefined;
    }
    if (seen.has(word)) {
      report(checking, repeatedWord(callee, word), place);
      return undefined;
    }
    seen.add(word);
    if (known.takes === "axes") {
      over = readOver(reading, option);
      if (!over) return undefined;
      continue;
    }
    const read = readSizes(reading, body, known, option);
    if (!read) return undefined;
    options[word] = read.sizes;
    optionTexts[word] = read.values.map((value) => expressionTex(value.size));
    sizeNames[word] = read.values.map((value) => value.axis ?? nameOf(value));
    if (read.word !== undefined) words[word] = read.word;
  }
  return { options, optionTexts, words, sizeNames, ...(over && { over }) };
}

interface ReadOption {
  readonly word: string | undefined;
  readonly values: readonly OptionValue[];
  readonly sizes: readonly Size[];
}

/** Reads what stands after an option word: a word that it knows, and sizes. */
function readSizes(
  { checking, callee, node }: Reading,
  body: Body,
  { takes, words }: OptionSpec,
  option: BracketOption,
): ReadOption | undefined {
  const place = { node, part: `option ${option.word}` };
  const first = wordOf(option);
  const word = first !== undefined && words?.includes(first) ? first : undefined;
  const values = word === undefined ? option.values : option.values.slice(1);
  const isTooLong = takes === "flag" ? values.length > 0 : takes === "size" && values.length > 1;
  if (isTooLong || option.results) {
    const wanted = takes === "flag" ? "nothing after it" : takes === "size" ? "one size" : "sizes";
    report(checking, optionValues(callee, option.word, wanted), place);
    return undefined;
  }
  if (takes !== "flag" && values.length === 0 && word === undefined) {
    const needs = `The option \`${option.word}\` of \`${callee}\` needs a size.`;
    const facts = { kind: "absent", what: "size of option", of: option.word } as const;
    report(checking, missingPart(needs, facts), place);
    return undefined;
  }
  const sizes: Size[] = [];
  for (const value of values) {
    const size = readSizeAt(checking, body.loops, value.size, place);
    if (!size) return undefined;
    sizes.push(checking.sizes.resolve(size));
  }
  return { word, values, sizes };
}

function wordOf({ values }: BracketOption): string | undefined {
  const [first] = values;
  return first?.axis === undefined && first ? nameOf(first) : undefined;
}

function nameOf({ size }: OptionValue): string | undefined {
  return size.kind === "name" ? size.name : undefined;
}

/** Reads `over H W -> y x`; a number stands for the axis that it names. */
function readOver(reading: Reading, { word, values, results }: BracketOption): OpCall["over"] {
  const { checking, callee, node } = reading;
  const terms: AxisTerm[] = [];
  for (const { axis, size } of values) {
    if (axis !== undefined) terms.push({ kind: "axis", name: axis, size });
    else if (size.kind === "name") terms.push({ kind: "axis", name: size.name });
    else if (size.kind === "number") terms.push({ kind: "axis", name: size.value.toString() });
    else if (size.kind === "unknown") terms.push({ kind: "unknown" });
    else {
      report(checking, optionValues(callee, word, "names of axes"), {
        node,
        part: `option ${word}`,
      });
      return undefined;
    }
  }
  const axes = readAxes(reading, terms, `An axis after \`${word}\``);
  const after = axes && results && readAxes(reading, results, `An axis after \`${word}\``);
  if (!axes || (results && !after)) return undefined;
  if (axes.length === 0 || (after && after.length !== axes.length)) {
    const count = after ? `${axes.length} axes after \`->\`` : "axes";
    report(checking, missingPart(`\`${word}\` of \`${callee}\` needs ${count}.`), {
      node,
      part: `option ${word}`,
    });
    return undefined;
  }
  return { axes, ...(after && { results: after }) };
}

function axesInWords(count: number | "some"): string {
  if (count === "some") return "at least one axis";
  return count === 1 ? "one axis" : `${count} axes`;
}
