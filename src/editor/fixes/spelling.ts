import type { Diagnostic } from "../../document/diagnostic.ts";
import type { BracketOption, Brackets, Document, Expression } from "../../document/document.ts";
import { walkStatements } from "../../document/parts.ts";
import { findOp, OPS } from "../../ops/index.ts";
import { nearestName } from "../../typing/nearest.ts";
import { allStatements } from "../edits/document-tree.ts";
import { nameExpression } from "../edits/expression-tree.ts";
import { layerOf, opOf } from "../edits/titles.ts";
import { type Candidate, type FixContext, spanOf, withSpan, wordsAt } from "./candidate.ts";
import { lineText, nearNumbers, withLineText } from "./lines.ts";
import { missingArray } from "./missing-array.ts";
import {
  arraysInReach,
  type Call,
  callAt,
  named,
  type Site,
  siteOf,
  withCall,
  withExpression,
} from "./site.ts";

/** A name that is no array: the nearest one, another array that fits, or a new one. */
export function* unknownArray(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site?.expression?.kind === "load") {
    yield* otherMemory(context, site);
    return;
  }
  const word = wordAt(context, diagnostic);
  if (site === undefined || word === undefined) return;
  const arrays = arraysInReach(context, site);
  const names = arrays.flatMap(({ name }) => name ?? []);
  yield* spelled(context, diagnostic, nearestName(word, names));
  yield* calledLayer(context, diagnostic, word);
  yield* missingArray(context, site, word);
  for (const value of arrays) {
    if (value.name === undefined) continue;
    const title = `Use ${named(value)} instead of \`${word}\``;
    yield { title, confidence: "asks", apply: () => at(context, diagnostic, value.name ?? "") };
  }
}

/** A memory that is there, another index of it, or an array in place of what is loaded. */
function* otherMemory(context: FixContext, site: Site): Iterable<Candidate> {
  const { expression } = site;
  if (expression?.kind !== "load") return;
  const memories = new Set<string>();
  for (const { statement } of allStatements(context.document)) {
    if (statement.kind === "save") memories.add(statement.memory);
  }
  const nearest = nearestName(expression.memory, memories);
  for (const memory of new Set([...(nearest === undefined ? [] : [nearest]), ...memories])) {
    yield {
      title: `Load from \`${memory}\` instead of \`${expression.memory}\``,
      confidence: "likely",
      apply: () =>
        withExpression(context, site, expression.id, (old) => ({ ...old, memory }) as Expression),
    };
  }
  const line = context.sources.get(expression.id)?.line;
  if (line !== undefined) yield* nearNumbers(context, line);
  for (const value of arraysInReach(context, site)) {
    const { name } = value;
    if (name === undefined) continue;
    yield {
      title: `Use ${named(value)} instead`,
      confidence: "asks",
      apply: () => withExpression(context, site, expression.id, () => nameExpression(name)),
    };
  }
}

/** A layer where an array is needed is called with the arrays that there are. */
function* calledLayer(
  context: FixContext,
  diagnostic: Diagnostic,
  word: string,
): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site === undefined || !layerNames(context.document).includes(word)) return;
  for (const { name = "" } of arraysInReach(context, site)) {
    const call = `${word}(${name})`;
    const apply = () => at(context, diagnostic, call);
    yield { title: `Write \`${call}\``, confidence: "likely", apply };
  }
}

/** A callee or a `main` that is not there: the nearest one, or none. */
export function* unknownCallee(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const blocks = blockNames(context.document);
  if (diagnostic.place.part === "main") {
    yield* otherMain(context, diagnostic, blocks);
    return;
  }
  const site = siteOf(context, diagnostic);
  if (site?.expression?.kind === "name") yield* ownLayer(context, site);
  const call = site && callAt(site);
  if (site === undefined || call === undefined) return;
  const word = call.callee;
  const known = [...layerNames(context.document), ...blocks, ...OPS.map(({ name }) => name)];
  const nearest = nearestName(word, known);
  const meant = OPS.filter(({ synonyms = [] }) => synonyms.includes(word.replaceAll("_", " ")));
  const names = [...(nearest === undefined ? [] : [nearest]), ...meant.map(({ name }) => name)];
  for (const name of new Set(names)) {
    yield {
      title: `Write \`${name}\` instead of \`${word}\``,
      confidence: "likely",
      apply: () =>
        withExpression(context, site, call.id, (old) => ({ ...old, callee: name }) as Expression),
    };
  }
  yield* withoutCall(context, diagnostic);
}

/** A layer whose value is another layer gets weights of its own. */
function* ownLayer(context: FixContext, site: Site): Iterable<Candidate> {
  const { expression } = site;
  if (expression?.kind !== "name") return;
  const other = layerOf(context.document, expression.name);
  if (other === undefined) return;
  yield {
    title: `Make it a layer of its own, like \`${expression.name}\``,
    confidence: "likely",
    apply: () => withExpression(context, site, expression.id, () => ({ ...other.value, id: "" })),
  };
}

function* otherMain(
  context: FixContext,
  diagnostic: Diagnostic,
  blocks: readonly string[],
): Iterable<Candidate> {
  const span = spanOf(context, diagnostic);
  const header = context.document.header.find((line) => line.kind === "main");
  if (span === undefined || header?.kind !== "main") return;
  const nearest = nearestName(header.block, blocks);
  const others = nearest === undefined ? blocks : [nearest];
  for (const block of others) {
    const title = `Write \`${block}\` instead of \`${header.block}\``;
    const apply = () => withSpan(context, span, `main ${block}`);
    yield { title, confidence: nearest === undefined ? "asks" : "likely", apply };
  }
}

/** The array that goes into a call, without the call. */
export function* withoutCall(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  if (site === undefined || call === undefined) return;
  for (const { value, keyword } of call.args) {
    if (keyword !== undefined || value.kind === "number") continue;
    const apply = () => withExpression(context, site, call.id, () => value);
    yield { title: `Remove \`${call.callee}\``, confidence: "asks", apply };
  }
}

/** A size that is not there: the nearest one, or a new one. */
export function* unknownSize(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const { facts } = diagnostic;
  const span = spanOf(context, diagnostic);
  if (facts?.kind !== "unknown size" || span === undefined) return;
  const { name: word, isTable } = facts;
  const { sizes, definitions } = context.typed;
  const axes = [...definitions.values()].flatMap((each) => [...each.axes.keys()]);
  yield* respelled(context, span.line, word, nearestName(word, [...sizes.keys(), ...axes]));
  const line = isTable ? `size ${word} = (1, 2)` : `size ${word}`;
  yield {
    title: isTable ? `Add a table \`${word}\` with two entries` : `Add a size \`${word}\``,
    confidence: isTable ? "asks" : "safe",
    apply: () => withNewSize(context, line),
  };
}

/** A word of a line that several places may hold: the first one that is not part of another word. */
function* respelled(
  context: FixContext,
  line: number,
  word: string,
  nearest: string | undefined,
): Iterable<Candidate> {
  if (nearest === undefined) return;
  const places = [
    ...lineText(context, line).matchAll(new RegExp(`(?<![\\w'])${word}(?![\\w'])`, "g")),
  ];
  for (const { index } of places) {
    const change = (old: string) => old.slice(0, index) + nearest + old.slice(index + word.length);
    yield {
      title: `Write \`${nearest}\` instead of \`${word}\``,
      confidence: "likely",
      apply: () => withLineText(context, line, change),
    };
  }
}

/** The text with a line that stands above the first block, input or array, beside other sizes. */
export function withNewSize({ document, text, sources }: FixContext, line: string): string {
  const sizes = document.statements.filter(({ kind }) => kind === "size");
  const after = sizes.at(-1);
  const span = sources.get((after ?? document.statements[0])?.id ?? "");
  const lines = text.split("\n");
  const at = span === undefined ? lines.length : span.line - 1 + (after === undefined ? 0 : 1);
  return lines.toSpliced(at, 0, line).join("\n");
}

/** An option, a keyword, or an axis in brackets that the callee does not have. */
export function* unknownWord(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { expression } = site ?? {};
  const word = wordAt(context, diagnostic);
  if (site === undefined || expression?.kind !== "call" || word === undefined) return;
  const op = opOf(context.document, expression);
  const known = [
    ...Object.keys(op?.brackets.options ?? {}),
    ...(op?.numbers ?? []).map(({ name }) => name),
    ...(op?.operands ?? []).flatMap(({ name, keyword }) => (keyword ? name : [])),
    ...(context.typed.definitions.get(expression.callee)?.axes.keys() ?? []),
    ...context.typed.sizes.keys(),
  ];
  yield* spelled(context, diagnostic, nearestName(word, known));
  const change = (by: (old: Call) => Expression) => () => withCall(context, site, expression, by);
  yield* withoutWord(expression, word, change);
  if (expression.brackets === undefined) return;
  const name = expression.callee;
  yield {
    title: `Write \`${name}\` without brackets`,
    confidence: op?.brackets.targets === "none" ? "safe" : "asks",
    apply: change(({ brackets: _, ...rest }) => rest),
  };
  const { targets } = expression.brackets;
  if (targets.length > 1) {
    for (const target of targets.toReversed()) {
      if (target.kind !== "axis") continue;
      const others = targets.filter((each) => each !== target);
      yield {
        title: `Leave out \`${target.name}\``,
        confidence: "asks",
        apply: change((old) => withBrackets(old, { targets: others })),
      };
    }
  }
}

function* withoutWord(
  { brackets, args, callee }: Call,
  word: string,
  change: (by: (old: Call) => Expression) => () => string | undefined,
): Iterable<Candidate> {
  const options = brackets?.options ?? [];
  const given = options.filter((option) => option.word === word);
  const op = findOp(callee);
  const [option] = given;
  if (option !== undefined) {
    const again = options.filter((each, at) => each.word !== word || options.indexOf(each) !== at);
    const once = options.filter((each) => each !== given.at(-1));
    if (given.length > 1) {
      const title = `Write \`${word}\` once`;
      yield {
        title,
        confidence: "safe",
        apply: change((old) => withBrackets(old, { options: once })),
      };
    }
    for (const values of [option.values.slice(0, 1), []]) {
      const changed: BracketOption = { ...option, values };
      const others = options.map((each) => (each === option ? changed : each));
      const [first] = values;
      yield {
        title: first === undefined ? `Write \`${word}\` alone` : `Give \`${word}\` one size`,
        confidence: op?.brackets.options[word]?.takes === "flag" ? "safe" : "asks",
        apply: change((old) => withBrackets(old, { options: others })),
      };
    }
    const title = `Leave out \`${word}\``;
    yield {
      title,
      confidence: "likely",
      apply: change((old) =>
        withBrackets(old, { options: again.filter((each) => each.word !== word) }),
      ),
    };
  }
  const keywords = args.filter(({ keyword }) => keyword === word);
  if (keywords.length === 0) return;
  const kept = args.filter((each) => each !== keywords.at(-1));
  yield {
    title: keywords.length > 1 ? `Write \`${word}\` once` : `Leave out \`${word}\``,
    confidence: keywords.length > 1 ? "safe" : "likely",
    apply: change((old) => ({ ...old, args: kept })),
  };
}

function withBrackets(call: Call, changed: Partial<Brackets>): Call {
  const { targets = [], options = [], results } = call.brackets ?? {};
  return { ...call, brackets: { targets, options, ...(results && { results }), ...changed } };
}

function* spelled(
  context: FixContext,
  diagnostic: Diagnostic,
  nearest: string | undefined,
): Iterable<Candidate> {
  const word = wordAt(context, diagnostic);
  if (nearest === undefined || word === undefined) return;
  yield {
    title: `Write \`${nearest}\` instead of \`${word}\``,
    confidence: "likely",
    apply: () => at(context, diagnostic, nearest),
  };
}

function at(context: FixContext, diagnostic: Diagnostic, by: string): string | undefined {
  const span = spanOf(context, diagnostic);
  return span && withSpan(context, span, by);
}

/** The one word that a mistake stands at. */
function wordAt(context: FixContext, diagnostic: Diagnostic): string | undefined {
  const span = spanOf(context, diagnostic);
  const word = span === undefined ? "" : wordsAt(context, span);
  return /^[A-Za-z]\w*'*$/.test(word) ? word : undefined;
}

function blockNames(document: Document): readonly string[] {
  return document.statements.flatMap((each) =>
    each.kind === "block" || each.kind === "custom" ? each.name : [],
  );
}

function layerNames({ statements }: Document): readonly string[] {
  const names: string[] = [];
  for (const statement of statements) {
    const body = statement.kind === "block" ? statement.body : [statement];
    walkStatements(body, (each) => {
      if (each.kind === "layer") names.push(each.name);
    });
  }
  return names;
}
