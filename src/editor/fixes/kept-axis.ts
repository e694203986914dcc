import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import { findOp } from "../../ops/index.ts";
import { indexDefinition } from "../definition-index.ts";
import { withStatement } from "../edits/document-tree.ts";
import { replaceExpression } from "../edits/expression-tree.ts";
import { withPorts } from "../edits/rename-array.ts";
import { makerOf } from "../edits/scope.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { missingName } from "./missing-axis.ts";
import { axesOf, type Call, type Site, siteOf, textOf } from "./site.ts";

/** What mostly keeps the axis that it works along. */
const KEEPING = ["softmax", "layer_norm"];

/**
 * An axis that the line above has summed away: an operation in its place that works along the axis
 * and keeps it, with the axis in the written shape again.
 */
export function* keptAxis(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const axis = missingName(diagnostic);
  if (site === undefined || axis === undefined) return;
  for (const value of site.node?.operands ?? []) {
    if (value.name === undefined || value.scalar !== undefined || axesOf(value).includes(axis))
      continue;
    const maker = makerOf(context.document, site.place, value.name);
    if (maker === undefined) continue;
    const { statement, path } = maker;
    for (const call of callsOver(statement, axis)) {
      for (const name of keepingLike(call)) {
        yield {
          title: `Use \`${name}\` instead of \`${call.callee}\` in \`${value.name}\``,
          confidence: "likely",
          apply() {
            const other = replaceExpression(statement, call.id, (old) =>
              old.kind === "call" ? { ...old, callee: name } : old,
            );
            const order = axesBefore(site, statement, call);
            const changed = withAxis(other, { array: value.name ?? "", axis, order });
            return textOf(withStatement(context.document, path, changed));
          },
        };
      }
    }
  }
}

function callsOver(statement: Statement, axis: string): readonly Call[] {
  const calls: Call[] = [];
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      const over = part.kind === "call" ? (part.brackets?.targets ?? []) : [];
      const isOver = over.some((term) => term.kind === "axis" && term.name === axis);
      if (part.kind === "call" && isOver) calls.push(part);
    });
  }
  return calls;
}

/** What may stand in the place of an operation of one array that has nothing but targets. */
function keepingLike({ callee, args, brackets }: Call): readonly string[] {
  const isPlain = args.length === 1 && brackets?.results === undefined;
  if (findOp(callee) === undefined || !isPlain || brackets?.options.length !== 0) return [];
  return KEEPING.filter((name) => name !== callee);
}

/** The axes of what the call takes, in order. */
function axesBefore({ definition }: Site, statement: Statement, { id }: Call): readonly string[] {
  const nodes = definition && indexDefinition(definition).nodes;
  return (nodes?.get(id) ?? nodes?.get(statement.id))?.operands.flatMap(axesOf) ?? [];
}

interface Kept {
  readonly array: string;
  readonly axis: string;
  readonly order: readonly string[];
}

/** The left side with the axis where it stands among those of the operand. */
function withAxis(statement: Statement, { array, axis, order }: Kept): Statement {
  return withPorts(statement, (port) => {
    if (port.name !== array || port.shape === undefined) return port;
    const before = order.slice(0, order.indexOf(axis)).at(-1);
    const isBefore = (term: AxisTerm) => term.kind === "axis" && term.name === before;
    const at = port.shape.findIndex(isBefore) + 1;
    return { ...port, shape: port.shape.toSpliced(at, 0, { kind: "axis", name: axis }) };
  });
}
