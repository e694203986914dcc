import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Expression, Statement } from "../../document/document.ts";
import { operandsOf, walkExpression } from "../../document/parts.ts";
import { bodyAt, splitPath, withBody, withStatement } from "../edits/document-tree.ts";
import { identified, nameExpression, replaceExpression } from "../edits/expression-tree.ts";
import { freshArrayName } from "../edits/names.ts";
import { makerOf, typedArray } from "../edits/scope.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { intoScan } from "./into-scan.ts";
import { renamedInBrackets } from "./renaming.ts";
import { arraysInReach, axesOf, named, type Site, siteOf, textOf, withExpression } from "./site.ts";

/** A carry that comes out of the body with other axes than it went in, or starts with others. */
export function* changedState(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site?.statement.kind !== "carry") return;
  const { statement, path, place } = site;
  const { document, typed } = context;
  const inner = typedArray(typed, { definition: place.name, array: `${statement.port.name}:in` });
  const next = typedArray(typed, { definition: place.name, array: statement.to.name });
  const enters = statement.port.shape
    ? termNames(statement.port.shape)
    : inner
      ? axesOf(inner)
      : [];
  if (next !== undefined) yield* atMaker(context, site, next.name ?? "", axesOf(next), enters);
  const { body } = splitPath(path);
  for (const line of bodyAt(document, body)) {
    for (const name of line.kind === "array" ? line.results.map((port) => port.name) : []) {
      const value = typedArray(typed, { definition: place.name, array: name });
      if (value === undefined || name === statement.to.name) continue;
      yield {
        title: `Use ${named(value)} as the next \`${statement.port.name}\``,
        confidence: "likely",
        apply: () =>
          textOf(withStatement(document, path, { ...statement, to: { ...statement.to, name } })),
      };
    }
  }
  const start = statement.from.kind === "name" ? statement.from.name : undefined;
  const value = start && typedArray(typed, { definition: place.name, array: start });
  if (value) {
    const shape = axesOf(value).map((name): AxisTerm => ({ kind: "axis", name }));
    yield {
      title: `Write \`${statement.port.name}\` as [${axesOf(value).join(" ")}]`,
      confidence: "likely",
      apply: () =>
        textOf(withStatement(document, path, { ...statement, port: { ...statement.port, shape } })),
    };
  }
  for (const other of arraysInReach(context, site)) {
    if (other.name === undefined || other.name === start) continue;
    yield {
      title: `Start from ${named(other)}`,
      confidence: "asks",
      apply: () =>
        textOf(
          withStatement(document, path, { ...statement, from: nameExpression(other.name ?? "") }),
        ),
    };
  }
}

/** The exit made to fit: under another axis name, without what is too much, or by a linear behind it. */
function* atMaker(
  context: FixContext,
  { path, statement, place }: Site,
  next: string,
  leaves: readonly string[],
  enters: readonly string[],
): Iterable<Candidate> {
  if (statement.kind !== "carry") return;
  const { document } = context;
  const { body } = splitPath(path);
  const extra = leaves.filter((axis) => !enters.includes(axis));
  const lacking = enters.filter((axis) => !leaves.includes(axis));
  const index = bodyAt(document, body).findIndex(
    (line) => line.kind === "array" && line.results.some((port) => port.name === next),
  );
  const maker = bodyAt(document, body)[index];
  if (maker?.kind !== "array") return;
  const call = outerCall(maker.value);
  if (lacking.length > 0 && extra.length > 0) {
    const fresh = freshArrayName(next, context, place);
    yield {
      title: `Add a linear from ${list(extra)} to ${list(lacking)} at the end`,
      confidence: "likely",
      apply: () => {
        const renamedMaker: Statement = {
          ...maker,
          results: maker.results.map((port) =>
            port.name === next ? { ...port, name: fresh } : port,
          ),
        };
        const line = identified({
          kind: "array",
          id: "fitting",
          lead: [],
          results: [{ name: next, shape: enters.map((name) => ({ kind: "axis", name })) }],
          value: linearOf(fresh, extra, lacking),
        });
        const named = withStatement(document, [...body, index], renamedMaker);
        return textOf(withBody(named, body, (lines) => lines.toSpliced(index + 1, 0, line)));
      },
    };
    const [from] = extra;
    const [to] = lacking;
    if (from !== undefined && to !== undefined && extra.length + lacking.length === 2) {
      const at = { path: [...body, index], statement: maker };
      yield* renamedInBrackets(context, at, { from, to });
    }
  }
  if (lacking.length === 0 && call !== undefined) {
    const [operand] = operandsOf(call);
    if (operand === undefined) return;
    yield {
      title: `Leave out \`${call.kind === "call" ? call.callee : "it"}\`, which makes ${list(extra)}`,
      confidence: "likely",
      apply: () => {
        const changed = replaceExpression(maker, call.id, () => operand);
        return textOf(withStatement(document, [...body, index], changed));
      },
    };
  }
}

function outerCall(value: Expression): Expression | undefined {
  let found: Expression | undefined;
  walkExpression(value, (part) => {
    if (part.kind === "call") found ??= part;
  });
  return found;
}

function linearOf(name: string, from: readonly string[], to: readonly string[]): Expression {
  const terms = (names: readonly string[]) =>
    names.map((each): AxisTerm => ({ kind: "axis", name: each }));
  return {
    kind: "call",
    id: "",
    callee: "linear",
    brackets: { targets: terms(from), results: terms(to), options: [] },
    args: [{ value: nameExpression(name) }],
  };
}

function list(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(" and ");
}

function termNames(terms: readonly AxisTerm[]): readonly string[] {
  return terms.flatMap((term) => (term.kind === "axis" ? term.name : []));
}

/** Arrays that are computed from each other: one of them reads something else, or nothing. */
export function* cycle(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site === undefined) return;
  if (site.statement.kind === "size") {
    yield* freeSizes(context, site);
    return;
  }
  const { expression, statement } = site;
  const { facts } = diagnostic;
  if (expression === undefined || statement.kind !== "array" || facts?.kind !== "circle") return;
  const circle = new Set(facts.names);
  const others = [...circle].flatMap((name) => makerOf(context.document, site.place, name) ?? []);
  const lines = [site, ...others.filter((each) => each.statement !== statement)];
  if (namesIn(statement, new Set(statement.results.map(({ name }) => name))).length > 0)
    yield* intoScan(context, site);
  for (const line of lines) yield* withoutWires(context, { ...site, ...line }, circle);
  for (const part of namesIn(statement, circle)) yield* withOther(context, site, part);
}

type Name = Extract<Expression, { kind: "name" }>;

function namesIn(statement: Statement, names: ReadonlySet<string>): readonly Name[] {
  const found: Name[] = [];
  if (statement.kind !== "array") return found;
  walkExpression(statement.value, (part) => {
    if (part.kind === "name" && names.has(part.name)) found.push(part);
  });
  return found;
}

/** A line without one of the arrays of a circle, where it reads another one beside it. */
function* withoutWires(
  context: FixContext,
  site: Site,
  circle: ReadonlySet<string>,
): Iterable<Candidate> {
  const { statement } = site;
  if (statement.kind !== "array") return;
  const made = statement.results.map((port) => port.name).join(", ");
  for (const { name, id } of namesIn(statement, circle)) {
    const around = parentOf(statement.value, id);
    for (const other of around === undefined ? [] : operandsOf(around)) {
      if (other.id === id) continue;
      yield {
        title: `Remove the wire from \`${name}\` to \`${made}\``,
        confidence: "likely",
        apply: () => withExpression(context, site, around?.id ?? "", () => other),
      };
    }
  }
}

/** Another array in the place of one of a circle. */
function* withOther(context: FixContext, site: Site, { name, id }: Name): Iterable<Candidate> {
  for (const value of arraysInReach(context, site)) {
    if (value.name === undefined || value.name === name) continue;
    yield {
      title: `Use ${named(value)} instead of \`${name}\``,
      confidence: "asks",
      apply: () => withExpression(context, site, id, () => nameExpression(value.name ?? "")),
    };
  }
}

function* freeSizes({ document }: FixContext, { statement, path }: Site): Iterable<Candidate> {
  if (statement.kind !== "size") return;
  for (const size of statement.sizes.toReversed()) {
    if (size.value === undefined) continue;
    const sizes = statement.sizes.map((each) => (each === size ? { name: each.name } : each));
    yield {
      title: `Leave \`${size.name}\` free`,
      confidence: "asks",
      apply: () => textOf(withStatement(document, path, { ...statement, sizes })),
    };
  }
}

function parentOf(root: Expression, id: string): Expression | undefined {
  for (const operand of operandsOf(root)) {
    if (operand.id === id) return root;
    const found = parentOf(operand, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
