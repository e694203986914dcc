import type { Axis } from "../../shapes/axis.ts";
import { expressionTex } from "../../shapes/print.ts";
import type { Size } from "../../shapes/size.ts";
import type { AxisTerm, BracketOption, Brackets, NodeId } from "../document/document.ts";
import type { BracketSpec, Op } from "../ops/op.ts";
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
import { missingPart, notGivenYet, writtenTwice } from "./shape-messages.ts";

/** Brackets as an operation takes them; `undefined` in their place means a mistake was reported. */
export interface ReadBrackets {
  readonly targets: readonly Axis[];
  readonly results: readonly Axis[];
  readonly options: Readonly<Record<string, readonly Size[]>>;
  readonly optionTexts: Readonly<Record<string, readonly string[]>>;
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
  const places = { checking, callee: op.name, node };
  const targets = readAxes(places, brackets.targets, "A target");
  if (!targets || !targetsFit(places, takesTargets, targets.length)) return undefined;
  const results = readAxes(places, brackets.results ?? [], "A result");
  if (!results || !resultsFit(places, takesResults, brackets.results && results.length)) {
    return undefined;
  }
  const options = readOptions(places, body, op.brackets, brackets.options);
  return options && { targets, results, ...options };
}

interface Reading {
  readonly checking: Checking;
  readonly callee: string;
  readonly node: NodeId;
}

function readAxes(
  { checking, callee, node }: Reading,
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
    if (axes.some((axis) => axis.name === term.name)) {
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
): Pick<ReadBrackets, "options" | "optionTexts"> | undefined {
  const { checking, callee, node } = reading;
  const options: Record<string, readonly Size[]> = {};
  const optionTexts: Record<string, readonly string[]> = {};
  for (const option of written) {
    const { word } = option;
    const place = { node, part: `option ${word}` };
    if (!Object.hasOwn(spec.options, word)) {
      const nearest = nearestName(word, Object.keys(spec.options));
      report(checking, unknownOption(callee, word, nearest), place);
      return undefined;
    }
    if (Object.hasOwn(options, word)) {
      report(checking, repeatedWord(callee, word), place);
      return undefined;
    }
    const takes = spec.options[word]?.takes ?? "flag";
    const count = option.values.length;
    if (takes === "flag" ? count > 0 : takes === "size" && count > 1) {
      const wanted = takes === "flag" ? "nothing after it" : "one size";
      report(checking, optionValues(callee, word, wanted), place);
      return undefined;
    }
    if (takes !== "flag" && count === 0) {
      report(checking, missingPart(`The option \`${word}\` of \`${callee}\` needs a size.`), place);
      return undefined;
    }
    const sizes: Size[] = [];
    for (const value of option.values) {
      const size = readSizeAt(checking, body.loops, value.size, place);
      if (!size) return undefined;
      sizes.push(checking.sizes.resolve(size));
    }
    options[word] = sizes;
    optionTexts[word] = option.values.map((value) => expressionTex(value.size));
  }
  return { options, optionTexts };
}

function axesInWords(count: number | "some"): string {
  if (count === "some") return "at least one axis";
  return count === 1 ? "one axis" : `${count} axes`;
}
