import type { Diagnostic, Span } from "../../document/diagnostic.ts";
import type { Value } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import { freshArrayName } from "../edits/names.ts";
import { type Candidate, type FixContext, spanOf, withSpan } from "./candidate.ts";
import { expectedShape } from "./expected-shape.ts";
import { lineText } from "./lines.ts";
import { withLineAfterInputs } from "./new-line.ts";
import { arraysInReach, axesOf, named, type Site } from "./site.ts";

/** A `?` becomes an array: those that fit first, and of them those that nothing reads. */
export function* arrayForHole(
  context: FixContext,
  site: Site,
  diagnostic: Diagnostic,
): Iterable<Candidate> {
  const span = spanOf(context, diagnostic);
  if (span === undefined || site.expression === undefined) return;
  const lacks = diagnostic.facts?.kind === "absent" ? diagnostic.facts : undefined;
  const operand = lacks?.what === "operand" ? lacks : undefined;
  if (operand?.isSpare) yield withoutArgument(context, span);
  const later = madeOf(site);
  const arrays = arraysInReach(context, site).filter(({ id }) => !later.has(id));
  const axes = operand?.expects ?? expectedShape(site, site.expression.id, arrays);
  const isExact = operand?.expects !== undefined;
  const choices = inOrder(site, arrays, { axes, isExact });
  for (const [at, { value, isMeant, isFree }] of choices.entries()) {
    const { name } = value;
    if (name === undefined) continue;
    yield {
      title: `Connect ${named(value)}`,
      confidence: isMeant ? "likely" : "asks",
      ...(isMeant && isFree && !operand?.isSpare && { mayReveal: true }),
      apply: () => withSpan(context, span, name),
    };
    if (at === 1) yield newInput(context, site, span, axes);
  }
  if (choices.length < 2) yield newInput(context, site, span, axes);
}

interface Choice {
  readonly value: Value;
  /** No other one is as near. */
  readonly isMeant: boolean;
  /** Nothing reads it yet. */
  readonly isFree: boolean;
}

/** Arrays with just the axes, then those that have them among others, free ones first; then the rest. */
function inOrder(
  site: Site,
  arrays: readonly Value[],
  { axes, isExact }: { readonly axes: readonly string[]; readonly isExact: boolean },
): readonly Choice[] {
  const uses = site.definition && indexDefinition(site.definition).uses;
  const ranked = arrays.map((value) => {
    const own = axesOf(value);
    const isFree = (uses?.get(value.id)?.length ?? 0) === 0;
    const fits = axes.every((axis) => own.includes(axis));
    const more = isExact && own.length > axes.length ? 2 : 0;
    return { value, isFree, rank: fits ? more + (isFree ? 0 : 1) : 4 };
  });
  const nearest = Math.min(...ranked.map((each) => each.rank));
  const isAlone = ranked.filter((each) => each.rank === nearest).length === 1;
  const isKnown = axes.length > 0 && nearest < 4 && isAlone;
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value, isFree, rank }) => ({ value, isFree, isMeant: isKnown && rank === nearest }));
}

/** What the line of the mistake goes into, so that it cannot be made of it. */
function madeOf({ definition, statement, node }: Site): ReadonlySet<string> {
  const made = new Set<string>();
  if (definition === undefined) return made;
  const { nodes, uses } = indexDefinition(definition);
  const open = [nodes.get(statement.id) ?? node].filter((each) => each !== undefined);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { id } of next.results) {
      if (made.has(id)) continue;
      made.add(id);
      open.push(...(uses.get(id) ?? []));
    }
  }
  return made;
}

function withoutArgument(context: FixContext, span: Span): Candidate {
  const line = lineText(context, span.line);
  const before = /(?:,\s*)?(?:\w+\s*=\s*)?$/.exec(line.slice(0, span.column - 1))?.[0] ?? "";
  const own = /\w+/.exec(before)?.[0];
  return {
    title: own === undefined ? "Leave out this argument" : `Leave out \`${own}\``,
    confidence: "likely",
    apply: () => withSpan(context, { ...span, column: span.column - before.length }, ""),
  };
}

function newInput(context: FixContext, site: Site, span: Span, axes: readonly string[]): Candidate {
  const name = freshArrayName("V", context, site.place);
  const word = site.place.name === "" ? "input" : "weight";
  const what = word === "input" ? "an input" : "weights";
  const text = withSpan(context, span, name);
  const line = `${word} ${name}[${axes.join(" ")}]`;
  return {
    title: `Add ${what} \`${name}\` [${axes.join(" ")}]`,
    confidence: word === "input" ? "safe" : "asks",
    apply: () => withLineAfterInputs({ ...context, text }, site, line),
  };
}
