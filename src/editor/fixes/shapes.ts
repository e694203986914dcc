import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Statement } from "../../document/document.ts";
import { walkExpression } from "../../document/parts.ts";
import { withStatement } from "../edits/document-tree.ts";
import { replaceExpression } from "../edits/expression-tree.ts";
import { axesUsed, freshAxisName } from "../edits/names.ts";
import { withPorts } from "../edits/rename-array.ts";
import { renamed } from "./call-axes.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { linesWith, oneAxis, renamedAtMaker, renamedInBrackets } from "./renaming.ts";
import { axesOf, type Call, type Site, siteOf, textOf, withCall } from "./site.ts";

/** A written shape that has other axes than the right side gives. */
export function* otherShape(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { clash, place } = diagnostic;
  if (site === undefined || clash?.kind !== "shape") return;
  const name = place.part?.replace(/^result /, "") ?? "";
  const written = writtenAxes(site.statement, name);
  const computed = [...written.filter((axis) => !clash.lacking.includes(axis)), ...clash.extra];
  const asComputed: Candidate = {
    title: `Write \`${name}\` as [${computed.join(" ")}]`,
    confidence: "likely",
    apply: () => withShape(context, site, name, computed),
  };
  const [extra, ...moreExtra] = clash.extra;
  const [lacking, ...moreLacking] = clash.lacking;
  const isSwap = moreExtra.length + moreLacking.length === 0;
  if (isSwap && extra !== undefined && lacking !== undefined) {
    yield* swapped(context, site, { extra, lacking }, asComputed);
    return;
  }
  // What stands on this line alone is the odd one.
  const isKnown = (axis: string) => linesWith(context, site, axis) > 1;
  const isWrittenWrong = clash.extra.every(isKnown) && !clash.lacking.some(isKnown);
  if (isWrittenWrong) yield asComputed;
  for (const axis of clash.lacking) yield* bracketed(context, site, axis, "add");
  for (const axis of clash.extra) yield* bracketed(context, site, axis, "remove");
  yield asComputed;
}

function* swapped(
  context: FixContext,
  site: Site,
  { extra, lacking }: { readonly extra: string; readonly lacking: string },
  asComputed: Candidate,
): Iterable<Candidate> {
  const isOdd = (axis: string) => linesWith(context, site, axis) <= 1;
  const renaming = { from: extra, to: lacking };
  const right = [...renamedInBrackets(context, site, renaming)];
  const makers = (site.node?.operands ?? [])
    .filter((value) => axesOf(value).includes(extra))
    .flatMap((value) => [...renamedAtMaker(context, site, value, renaming)]);
  if (isOdd(lacking)) yield asComputed;
  yield* right;
  yield* makers;
  yield asComputed;
  yield* oneAxis(context, site, renaming);
}

function writtenAxes(statement: Statement, name: string): readonly string[] {
  let axes: readonly string[] = [];
  withPorts(statement, (port) => {
    if (port.name === name) {
      axes = (port.shape ?? []).flatMap((term) => (term.kind === "axis" ? term.name : []));
    }
    return port;
  });
  return axes;
}

function withShape(
  { document }: FixContext,
  { path, statement }: Site,
  name: string,
  axes: readonly string[],
): string {
  const changed = withPorts(statement, (port) => {
    if (port.name !== name || port.shape === undefined) return port;
    const old = port.shape;
    const shape = axes.map(
      (axis): AxisTerm =>
        old.find((term) => term.kind === "axis" && term.name === axis) ?? {
          kind: "axis",
          name: axis,
        },
    );
    return { ...port, shape };
  });
  return textOf(withStatement(document, path, changed));
}

/** An axis among the results or the targets of a call of the line, or no longer there. */
function* bracketed(
  context: FixContext,
  site: Site,
  axis: string,
  change: "add" | "remove",
): Iterable<Candidate> {
  const { statement } = site;
  if (statement.kind !== "array") return;
  const calls: Call[] = [];
  walkExpression(statement.value, (part) => {
    if (part.kind === "call" && part.brackets !== undefined) calls.push(part);
  });
  for (const call of calls) {
    for (const side of ["results", "targets"] as const) {
      const terms = call.brackets?.[side];
      if (terms === undefined || call.brackets === undefined) continue;
      const others = terms.filter((term) => term.kind !== "axis" || term.name !== axis);
      // An axis is in the result when it stands after the arrow, or no longer before it.
      const wants = (change === "add") === (side === "results");
      if (wants === others.length < terms.length) continue;
      const next = wants ? [...terms, { kind: "axis", name: axis } as const] : others;
      const brackets = { ...call.brackets, [side]: next };
      yield {
        title: bracketTitle(call.callee, axis, side, wants),
        confidence: "likely",
        apply: () => withCall(context, site, call, (old) => ({ ...old, brackets })),
      };
    }
  }
}

function bracketTitle(
  callee: string,
  axis: string,
  side: "results" | "targets",
  adds: boolean,
): string {
  if (side === "targets") return `\`${callee}\` ${adds ? "also over" : "without"} \`${axis}\``;
  return adds ? `Let \`${callee}\` make \`${axis}\` too` : `Let \`${callee}\` not make \`${axis}\``;
}

/** An axis that stands twice in a shape, in brackets, or would in a result. */
export function* axisTwice(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { facts } = diagnostic;
  if (site === undefined || facts?.kind !== "axis") return;
  const { axis } = facts;
  const fresh = freshAxisName(axis, axesUsed(context.document, context.typed, site.place));
  const { statement, path, expression } = site;
  const primed = { from: axis, to: fresh };
  yield* secondRenamed(context, site, primed);
  if (expression?.kind === "call") {
    yield* renamedInBrackets(context, site, primed);
    for (const { value } of expression.args.toReversed()) {
      if (value.kind !== "name") continue;
      yield {
        title: `Rename \`${axis}\` of \`${value.name}\` to \`${fresh}\``,
        confidence: "likely",
        apply: () => {
          const changed = replaceExpression(statement, value.id, (of) => renamed(of, axis, fresh));
          return textOf(withStatement(context.document, path, withoutLeft(changed)));
        },
      };
    }
  }
}

/** The left side follows the right one where its shape is left out. */
function withoutLeft(statement: Statement): Statement {
  return withPorts(statement, (port) => {
    if (statement.kind !== "array" || port.shape === undefined) return port;
    const { shape: _, ...rest } = port;
    return rest as typeof port;
  });
}

/** Of two equal axes of a shape or of brackets, the second under another name or left out. */
function* secondRenamed(
  context: FixContext,
  { statement, path, expression }: Site,
  { from, to }: { readonly from: string; readonly to: string },
): Iterable<Candidate> {
  const second = (by: (term: AxisTerm) => readonly AxisTerm[]) => (terms: readonly AxisTerm[]) => {
    const places = terms.flatMap((term, at) =>
      term.kind === "axis" && term.name === from ? at : [],
    );
    const at = places[1];
    return at === undefined ? terms : terms.flatMap((term, i) => (i === at ? by(term) : [term]));
  };
  const leave = second(() => []);
  const rename = second((term) => [{ ...term, kind: "axis", name: to }]);
  const change = (by: (terms: readonly AxisTerm[]) => readonly AxisTerm[]) => () => {
    const ported = withPorts(statement, (port) =>
      port.shape === undefined ? port : { ...port, shape: by(port.shape) },
    );
    const changed =
      expression?.kind === "call"
        ? replaceExpression(ported, expression.id, (old) =>
            old.kind === "call" && old.brackets !== undefined
              ? {
                  ...old,
                  brackets: {
                    ...old.brackets,
                    targets: by(old.brackets.targets),
                    ...(old.brackets.results && { results: by(old.brackets.results) }),
                  },
                }
              : old,
          )
        : ported;
    return textOf(withStatement(context.document, path, changed));
  };
  yield { title: `Call the second one \`${to}\``, confidence: "likely", apply: change(rename) };
  yield { title: `Write \`${from}\` once`, confidence: "asks", apply: change(leave) };
}
