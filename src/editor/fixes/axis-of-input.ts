import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Document, NodeId, Statement } from "../../document/document.ts";
import { expressionsOf, portsOf, walkExpression } from "../../document/parts.ts";
import {
  findNode,
  type PlacedStatement,
  statementAt,
  statementsOf,
  withStatement,
} from "../edits/document-tree.ts";
import { replaceExpression } from "../edits/expression-tree.ts";
import { remove } from "../edits/remove.ts";
import { withPorts } from "../edits/rename-array.ts";
import { rewriteAxes } from "../edits/rewrite-axes.ts";
import { makerOf } from "../edits/scope.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { oneAxis } from "./renaming.ts";
import { type Call, type Site, siteOf, textAfter, textOf } from "./site.ts";

/**
 * An axis that an array from outside lacks though several operations use it: another axis for all of
 * them along the wires of that array, the axis put back, or the operations taken out.
 */
export function* axisOfInput(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { facts } = diagnostic;
  if (site === undefined || facts?.kind !== "axis of input") return;
  const { array, axis, users } = facts;
  const port = portsOf(site.statement).find(({ name }) => name === array);
  const there = (port?.shape ?? []).flatMap((term) => (term.kind === "axis" ? term.name : []));
  const fresh = there.filter((name) => !standsElsewhere(context, site, name));
  for (const other of fresh) {
    yield alongWire(context, site, { array, from: axis, to: other });
    yield inPlaceOf(context, site, { array, from: other, to: axis });
  }
  yield putBack(context, site, array, axis);
  for (const other of there) {
    if (!fresh.includes(other)) yield alongWire(context, site, { array, from: axis, to: other });
  }
  for (const other of there) yield* oneAxis(context, site, { from: axis, to: other });
  yield without(
    context,
    users.map(({ node }) => node),
  );
}

/**
 * A shape that differs from the written one by an axis that an array from outside alone has: the other
 * axis for all that it passes through.
 */
export function* axisPassedOn(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { clash } = diagnostic;
  if (site === undefined || clash?.kind !== "shape") return;
  const [[to], [from]] = [clash.extra, clash.lacking];
  if (from === undefined || to === undefined) return;
  if (clash.extra.length + clash.lacking.length > 2 || standsElsewhere(context, site, to)) return;
  for (const { name } of site.node?.operands ?? []) {
    const maker = name === undefined ? undefined : makerOf(context.document, site.place, name);
    const port = maker && portsOf(maker.statement).find((each) => each.name === name);
    if (name === undefined || !hasTerm(port?.shape, to)) continue;
    yield alongWire(context, site, { array: name, from, to });
  }
}

/** Whether an axis is written in more than one place of the definition. */
function standsElsewhere({ document }: FixContext, { place }: Site, axis: string): boolean {
  let places = 0;
  const count = (word: string): string => {
    if (word === axis) places += 1;
    return word;
  };
  const block = statementAt(document, place.body);
  for (const statement of [
    ...(block ? [block] : []),
    ...statementsOf(document, place).map((each) => each.statement),
  ]) {
    rewriteAxes(document, statement, {
      axis(term) {
        count(term.name);
        return term;
      },
      axisName: count,
      sizeName: (word) => word,
      bareName: (word) => word,
    });
  }
  return places > 1;
}

interface Retargeting {
  readonly array: string;
  readonly from: string;
  readonly to: string;
}

/** Walks forward from the array while the axis only passes through, to operations that make axes. */
function alongWire(context: FixContext, site: Site, { array, from, to }: Retargeting): Candidate {
  return {
    title: `Retarget \`${from}\` to \`${to}\` along \`${array}\``,
    confidence: "likely",
    apply() {
      const reached = new Set([array]);
      let { document } = context;
      for (const line of inOrder(context, site)) {
        const { statement, path } = line;
        if (statement.kind !== "array" || !reads(statement, reached)) continue;
        const makes = callsIn(statement).some((call) => hasTerm(call.brackets?.results, from));
        const changed = makes
          ? overOther(statement, from, to)
          : renamedLine(document, statement, from, to);
        if (!makes) for (const { name } of statement.results) reached.add(name);
        document = withStatement(document, path, changed);
      }
      return document === context.document ? undefined : textOf(document);
    },
  };
}

/** The lines of the definition, those of its loops included, as they stand. */
function inOrder({ document }: FixContext, { place }: Site): readonly PlacedStatement[] {
  return statementsOf(document, place);
}

function reads(statement: Statement, names: ReadonlySet<string>): boolean {
  let found = false;
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      if (part.kind === "name" && names.has(part.name)) found = true;
    });
  }
  return found;
}

function callsIn(statement: Statement): readonly Call[] {
  const calls: Call[] = [];
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      if (part.kind === "call") calls.push(part);
    });
  }
  return calls;
}

function hasTerm(terms: readonly AxisTerm[] | undefined, name: string): boolean {
  return terms?.some((term) => term.kind === "axis" && term.name === name) ?? false;
}

/** The calls over another axis; what they make keeps its name. */
function overOther(statement: Statement, from: string, to: string): Statement {
  let changed = statement;
  for (const { id, brackets } of callsIn(statement)) {
    if (!hasTerm(brackets?.targets, from)) continue;
    changed = replaceExpression(changed, id, (old) => {
      if (old.kind !== "call" || old.brackets === undefined) return old;
      const targets = old.brackets.targets.map((term) => renamedTerm(term, from, to));
      return { ...old, brackets: { ...old.brackets, targets } };
    });
  }
  return changed;
}

function renamedTerm(term: AxisTerm, from: string, to: string): AxisTerm {
  return term.kind === "axis" && term.name === from ? { kind: "axis", name: to } : term;
}

function renamedLine(document: Document, line: Statement, from: string, to: string): Statement {
  const rename = (word: string) => (word === from ? to : word);
  return rewriteAxes(document, line, {
    axis: (term) => (term.name === from ? { ...term, name: to } : term),
    axisName: rename,
    sizeName: (word) => word,
    bareName: (word) => word,
  });
}

/** The axis where another one was written. */
function inPlaceOf(
  { document }: FixContext,
  { statement, path }: Site,
  { array, from, to }: Retargeting,
): Candidate {
  return {
    title: `Write \`${to}\` instead of \`${from}\` in \`${array}\``,
    confidence: "likely",
    apply: () =>
      textOf(
        withStatement(
          document,
          path,
          withPorts(statement, (port) =>
            port.name === array && port.shape
              ? { ...port, shape: port.shape.map((term) => renamedTerm(term, from, to)) }
              : port,
          ),
        ),
      ),
  };
}

function putBack(
  { document }: FixContext,
  { statement, path }: Site,
  array: string,
  axis: string,
): Candidate {
  return {
    title: `Put \`${axis}\` back in \`${array}\``,
    confidence: "likely",
    apply: () =>
      textOf(
        withStatement(
          document,
          path,
          withPorts(statement, (port) =>
            port.name === array
              ? { ...port, shape: [...(port.shape ?? []), { kind: "axis", name: axis }] }
              : port,
          ),
        ),
      ),
  };
}

function without(context: FixContext, users: readonly NodeId[]): Candidate {
  const nodes = users.filter((node) => findNode(context.document, node) !== undefined);
  return {
    title: `Delete the ${nodes.length} operations`,
    confidence: "asks",
    apply: () =>
      textAfter(remove(context, { removals: nodes.map((node) => ({ node })), heal: "heal" })),
  };
}
