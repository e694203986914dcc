import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Expression } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import { withStatement } from "../edits/document-tree.ts";
import { withPorts } from "../edits/rename-array.ts";
import { makerOf } from "../edits/scope.ts";
import { type Candidate, type FixContext, spanOf, withSpan, wordsAt } from "./candidate.ts";
import { type Site, siteOf, textOf, withExpression } from "./site.ts";

/** An array with another kind of entries than a place takes. */
export function* wrongKind(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site === undefined) return;
  const wanted = wantedKind(diagnostic);
  yield* withoutKind(context, site);
  const operands = site.expression === undefined ? [] : operandsOf(site.expression);
  for (const operand of operands) {
    if (operand.kind !== "name" || wanted === undefined) continue;
    const maker = makerOf(context.document, site.place, operand.name);
    if (maker === undefined) continue;
    yield {
      title: `Say that \`${operand.name}\` has ${wantedWords(wanted)}`,
      confidence: "likely",
      apply() {
        const changed = withPorts(maker.statement, (port) =>
          port.name === operand.name ? { ...port, entries: { of: wanted } } : port,
        );
        return textOf(withStatement(context.document, maker.path, changed));
      },
    };
  }
  if (wanted !== "bool") return;
  for (const operand of operands) {
    const zero: Expression = { kind: "number", id: "", text: "0" };
    const above: Expression = { kind: "infix", id: "", operator: ">", left: operand, right: zero };
    const what = operand.kind === "name" ? operand.name : "…";
    yield {
      title: `Write \`${what} > 0\``,
      confidence: "asks",
      apply: () => withExpression(context, site, operand.id, () => above),
    };
  }
}

/** What stands behind `of` for the kind of entries that is needed, where only that kind fits. */
function wantedKind({ facts }: Diagnostic): string | undefined {
  if (facts?.kind !== "entries") return undefined;
  const { takes } = facts;
  if (takes.kind === "index") return takes.axis;
  return takes.kind === "bool" ? "bool" : undefined;
}

function wantedWords(kind: string): string {
  return kind === "bool" ? "truth values" : `positions along \`${kind}\``;
}

/** A line without the kind that it says. */
function* withoutKind(context: FixContext, { statement, path }: Site): Iterable<Candidate> {
  let kind: string | undefined;
  const changed = withPorts(statement, (port) => {
    if (port.entries === undefined) return port;
    kind = port.entries.of;
    const { entries: _, ...rest } = port;
    return rest as typeof port;
  });
  if (kind === undefined) return;
  const real = withPorts(statement, (port) =>
    port.entries === undefined ? port : { ...port, entries: { of: "real" } },
  );
  yield {
    title: `Leave out \`of ${kind}\``,
    confidence: "likely",
    apply: () => textOf(withStatement(context.document, path, changed)),
  };
  yield {
    title: `Write \`of real\` instead of \`of ${kind}\``,
    confidence: "likely",
    apply: () => textOf(withStatement(context.document, path, real)),
  };
}

/** The name of an array that was meant as a size. */
export function* arrayOrSize(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const span = spanOf(context, diagnostic);
  if (span === undefined) return;
  const word = wordsAt(context, span);
  yield {
    title: `Write \`size(${word})\``,
    confidence: "safe",
    apply: () => withSpan(context, span, `size(${word})`),
  };
}
