import type { AxisTerm, Expression, Port, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import { withStatement } from "../edits/document-tree.ts";
import {
  identified,
  mapExpression,
  mapExpressions,
  nameExpression,
} from "../edits/expression-tree.ts";
import { typedArray } from "../edits/scope.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { axesOf, type Site, textOf } from "./site.ts";

type ArrayLine = Extract<Statement, { kind: "array" }>;

/**
 * An array that is computed from itself, as a scan over one of its axes: each step reads its own slice
 * of the arrays that have the axis and the state of the step before, which starts from zeros.
 */
export function* intoScan(context: FixContext, site: Site): Iterable<Candidate> {
  const { statement, path } = site;
  if (statement.kind !== "array" || statement.results.length !== 1) return;
  const [port] = statement.results;
  const axes = (port?.shape ?? []).flatMap((term) => (term.kind === "axis" ? [term] : []));
  if (port === undefined || axes.length !== port.shape?.length) return;
  for (const axis of axes) {
    yield {
      title: `Turn it into a scan over \`${axis.name}\``,
      confidence: "asks",
      apply: () => {
        const scan = scanOver(context, site, { line: statement, port, axis });
        return textOf(withStatement(context.document, path, scan));
      },
    };
  }
}

function scanOver(
  { typed }: FixContext,
  { place }: Site,
  {
    line,
    port,
    axis,
  }: { readonly line: ArrayLine; readonly port: Port; readonly axis: AxisTerm & { kind: "axis" } },
): Statement {
  const read = new Set<string>();
  for (const value of expressionsOf(line)) {
    walkExpression(value, (part) => {
      if (part.kind === "name" && part.name !== port.name) read.add(part.name);
    });
  }
  const sliced = [...read].flatMap((name) => {
    const value = typedArray(typed, { definition: place.name, array: name });
    const shape = value === undefined ? [] : axesOf(value);
    return shape.includes(axis.name) ? [{ name, shape }] : [];
  });
  const state = port.name.toLowerCase() === port.name ? `${port.name}_t` : port.name.toLowerCase();
  const names = new Map([
    ...sliced.map(({ name }) => [name, `${name}_${axis.name}`] as const),
    [port.name, state] as const,
  ]);
  const own = (port.shape ?? []).filter((term) => term !== axis);
  const renamed = (part: Expression): Expression => {
    const name = part.kind === "name" ? names.get(part.name) : undefined;
    return name === undefined ? part : nameExpression(name);
  };
  const next: Port = { name: `${state}'`, shape: own };
  const step = mapExpressions({ ...line, lead: [], results: [next] }, (value) =>
    mapExpression(value, renamed),
  );
  const { verbatim: _, ...plain } = step;
  const body: readonly Statement[] = [
    ...sliced.map(
      ({ name, shape }): Statement => ({
        kind: "each",
        id: "",
        lead: [],
        port: { name: names.get(name) ?? name, shape: terms(shape, axis.name) },
        from: nameExpression(name),
      }),
    ),
    {
      kind: "carry",
      id: "",
      lead: [],
      port: { name: state, shape: own },
      from: { kind: "call", id: "", callee: "zeros", args: [] },
      to: { name: next.name },
    },
    { kind: "collect", id: "", lead: [], port, from: nameExpression(next.name) },
    plain as Statement,
  ];
  const over = { kind: "axis" as const, name: axis.name };
  return identified({ kind: "scan", id: "", lead: line.lead, axis: over, body, trailing: [] });
}

function terms(shape: readonly string[], without: string): readonly AxisTerm[] {
  return shape.flatMap((name): AxisTerm[] => (name === without ? [] : [{ kind: "axis", name }]));
}
