import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Expression } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import type { Value } from "../../typing/diagram.ts";
import { nearestName } from "../../typing/nearest.ts";
import { renamed } from "./call-axes.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { linesWith, oneAxis, renamedAtMaker } from "./renaming.ts";
import { axesOf, type Call, callAt, type Site, siteOf, withCall, withExpression } from "./site.ts";
import { withoutCall } from "./spelling.ts";

/** An axis that an argument does not have. */
export function* missingAxis(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const axis = missingName(diagnostic);
  if (site === undefined || axis === undefined) return;
  if (callAt(site) !== undefined) yield* suggestedCall(context, site, diagnostic, axis);
  const lacking = lackingOperands(site, axis);
  const there = [...new Set(lacking.flatMap(({ value }) => axesOf(value)))];
  const call = callAt(site);
  const written = new Set(call === undefined ? [] : termNames(call));
  const free = there.filter((name) => !written.has(name));
  const nearest = nearestName(axis, free);
  const ordered = [...new Set([...(nearest === undefined ? [] : [nearest]), ...free])];
  const isSlip = nearest !== undefined;
  // A name that stands on this line alone is the slip, one that stands on several is meant.
  const isOdd = linesWith(context, site, axis) <= 1 && !context.typed.sizes.has(axis);
  const first = isOdd ? ordered : isSlip ? [nearest] : [];
  if (call !== undefined) yield* retargeted(context, site, call, axis, first);
  if (isOdd) yield* withoutCall(context, diagnostic);
  for (const { value } of lacking) {
    for (const other of ordered)
      yield* renamedAtMaker(context, site, value, { from: other, to: axis });
  }
  for (const other of ordered) yield* oneAxis(context, site, { from: other, to: axis });
  if (call !== undefined) yield* retargeted(context, site, call, axis, ordered);
  for (const { expression } of lacking) {
    for (const other of ordered) {
      const title = `Rename \`${other}\` to \`${axis}\` on the way`;
      const apply = () =>
        withExpression(context, site, expression.id, (old) => renamed(old, other, axis));
      yield { title, confidence: "asks", apply };
    }
  }
  if (call !== undefined) yield* withoutTarget(context, site, call, axis);
  yield* withoutCall(context, diagnostic);
}

/** The axis that a mistake says is missing. */
export function missingName({ place, clash }: Diagnostic): string | undefined {
  if (clash?.kind === "missing") return clash.axes[0];
  return place.part?.startsWith("axis ") ? place.part.slice("axis ".length) : undefined;
}

interface Lacking {
  readonly expression: Expression;
  readonly value: Value;
}

/** The operands that do not have an axis, with their types. */
function lackingOperands({ node, expression, statement }: Site, axis: string): readonly Lacking[] {
  const root = expression ?? (statement.kind === "each" ? statement.from : undefined);
  if (root === undefined || node === undefined) return [];
  const operands = statement.kind === "each" ? [root] : operandsOf(root);
  const arrays = operands.filter(({ kind }) => kind !== "number" && kind !== "size");
  return arrays.flatMap((each, at) => {
    const name = each.kind === "name" ? each.name : undefined;
    const value =
      node.operands.find((operand) => operand.name !== undefined && operand.name === name) ??
      node.operands[at];
    if (value === undefined || value.scalar !== undefined || axesOf(value).includes(axis))
      return [];
    return [{ expression: each, value }];
  });
}

function termNames({ brackets }: Call): readonly string[] {
  const terms = [...(brackets?.targets ?? []), ...(brackets?.results ?? [])];
  return terms.flatMap((term) => (term.kind === "axis" ? term.name : []));
}

/** The call over another axis. */
function* retargeted(
  context: FixContext,
  site: Site,
  call: Call,
  axis: string,
  others: readonly string[],
): Iterable<Candidate> {
  const { brackets } = call;
  if (brackets === undefined) return;
  const isTarget = termNames(call).includes(axis);
  for (const other of others) {
    if (!isTarget) continue;
    const term = (old: AxisTerm): AxisTerm =>
      old.kind === "axis" && old.name === axis ? { kind: "axis", name: other } : old;
    const changed = {
      ...brackets,
      targets: brackets.targets.map(term),
      ...(brackets.results && { results: brackets.results.map(term) }),
    };
    yield {
      title: `\`${call.callee}\` over \`${other}\` instead of \`${axis}\``,
      confidence: nearestName(axis, [other]) === undefined ? "asks" : "likely",
      apply: () => withCall(context, site, call, (old) => ({ ...old, brackets: changed })),
    };
  }
}

/** The call over the other axes alone, and the one axis summed away where it is. */
function* withoutTarget(
  context: FixContext,
  site: Site,
  call: Call,
  axis: string,
): Iterable<Candidate> {
  const { brackets } = call;
  if (brackets === undefined || brackets.targets.length === 0) return;
  const targets = brackets.targets.filter((each) => each.kind !== "axis" || each.name !== axis);
  if (targets.length === brackets.targets.length) return;
  yield {
    title: `\`${call.callee}\` without \`${axis}\``,
    confidence: "asks",
    apply: () =>
      withCall(context, site, call, (old) => ({ ...old, brackets: { ...brackets, targets } })),
  };
}

/** What the message itself says to use for an axis that one operand alone has. */
function* suggestedCall(
  context: FixContext,
  site: Site,
  { facts }: Diagnostic,
  axis: string,
): Iterable<Candidate> {
  const call = callAt(site);
  if (facts?.kind !== "one operand" || call?.brackets === undefined) return;
  const { callee } = facts;
  const { brackets } = call;
  const term: AxisTerm = { kind: "axis", name: axis };
  const targets = brackets.targets.filter((each) => each.kind !== "axis" || each.name !== axis);
  for (const [at, argument] of call.args.entries()) {
    const value = site.node?.operands[at];
    if (argument.keyword !== undefined || value === undefined || !axesOf(value).includes(axis))
      continue;
    const summed: Expression = {
      kind: "call",
      id: "",
      callee,
      brackets: { targets: [term], options: [] },
      args: [argument],
    };
    const args = call.args.with(at, { value: summed });
    yield {
      title: `Use \`${callee}[${axis}]\` for \`${axis}\` alone`,
      confidence: "likely",
      apply: () =>
        withCall(context, site, call, (old) => ({
          ...old,
          args,
          brackets: { ...brackets, targets },
        })),
    };
  }
}
