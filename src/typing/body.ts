import type { AxisTerm, Expression, Statement } from "../document/document.ts";
import { expressionsOf, isLoop, walkExpression } from "../document/parts.ts";
import { missingPart } from "./absence-messages.ts";
import { type Body, type Checking, makeValue, report } from "./checking.ts";
import { writtenAxes } from "./declared.ts";
import type { Value } from "./diagram.ts";
import { entriesOf } from "./entries.ts";
import { inferHalfTyped, inferStart, inferStatement } from "./expression.ts";
import { StatementKeeper } from "./kept-statements.ts";
import { inferLoop } from "./loop.ts";
import { inferSave } from "./memory.ts";
import { orderStatements } from "./order.ts";
import { cycle } from "./shape-messages.ts";

/** Types the statements of a body, producers before consumers. */
export function inferBody(checking: Checking, body: Body, statements: readonly Statement[]): void {
  const { statements: ordered, cycles } = orderStatements(statements);
  for (const links of cycles) {
    const circle = new Set(links.map(({ statement }) => statement));
    const inText = statements.filter((statement) => circle.has(statement));
    const start = links.findIndex(({ statement }) => statement === inText[0]);
    const named = [...links.slice(start), ...links.slice(0, start)].map(({ name, statement }) => ({
      name,
      node: statement.id,
    }));
    report(checking, cycle(named), { node: inText.at(-1)?.id ?? "" });
  }
  const keeper = body.loops.length === 0 ? new StatementKeeper(checking, body) : undefined;
  for (const statement of ordered) {
    const type = () => {
      checking.lineAxes = axesOnLine(statement);
      infer(checking, body, statement);
    };
    if (keeper && isTyped(statement)) keeper.type(statement, type);
    else type();
  }
}

/** An array that comes from outside, with the shape that its port writes. */
export function declaredArray(
  checking: Checking,
  port: { readonly name: string } & Parameters<typeof writtenAxes>[0],
  maker: string,
): Value {
  const axes = writtenAxes(port);
  const isWhole = axes !== undefined && axes.length === port.shape?.length;
  return makeValue(checking, {
    id: port.name,
    name: port.name,
    axes: axes ?? [],
    entries: entriesOf(port) ?? { kind: "real" },
    maker,
    poisoned: !isWhole,
  });
}

/** Whether anything is done for a statement of its kind. */
function isTyped(statement: Statement): boolean {
  return TYPED.has(statement.kind);
}

const TYPED: ReadonlySet<string> = new Set([
  "array",
  "input",
  "weight",
  "repeat",
  "scan",
  "save",
  "error",
]);

function infer(checking: Checking, body: Body, statement: Statement): void {
  if (isLoop(statement)) inferLoop(checking, body, statement);
  else if (statement.kind === "array") inferStatement(checking, body, statement);
  else if (statement.kind === "error") inferHalfTyped(checking, body, statement);
  else if (statement.kind === "save") inferSave(checking, body, statement);
  else if (statement.kind === "input" || statement.kind === "weight") {
    inferPorts(checking, body, statement);
  }
}

function inferPorts(
  checking: Checking,
  body: Body,
  statement: Extract<Statement, { kind: "weight" }> | Extract<Statement, { ports: unknown }>,
): void {
  for (const port of statement.ports) {
    if (!port.shape) {
      const word = statement.kind === "input" ? "An input" : "A weight";
      const place = { node: statement.id, part: `result ${port.name}` };
      report(checking, missingPart(`${word} needs a shape, as in \`${port.name}[t m]\`.`), place);
    }
    if (checking.scope.arrays.get(port.name)?.statement !== statement) continue;
    const value = declaredArray(checking, port, statement.id);
    body.values.set(port.name, value);
    const node = { id: statement.id, operands: [], results: [value] };
    if (statement.kind === "input") body.nodes.push({ kind: "input", ...node });
    else {
      const frozen = "frozen" in port && port.frozen === true;
      body.nodes.push({ kind: "weight", frozen, ...node });
    }
    if ("start" in port && port.start) checkStartValue(checking, body, port.start, port);
  }
}

/** A start value makes no node of its own; it is typed for its mistakes alone. */
function checkStartValue(
  checking: Checking,
  body: Body,
  start: Expression,
  port: Parameters<typeof writtenAxes>[0] & { readonly name: string },
): void {
  const aside: Body = { ...body, nodes: [], reads: new Map() };
  inferStart(checking, aside, start, port);
}

/** Axis names that the line writes, for the warning about arrays of the same name. */
function axesOnLine(statement: Statement): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (terms: readonly AxisTerm[]) => {
    for (const term of terms) {
      if (term.kind === "axis") names.add(term.name);
      if (term.kind === "group") add(term.axes);
    }
  };
  if (statement.kind !== "array" && statement.kind !== "save") return names;
  if (statement.kind === "array") for (const port of statement.results) add(port.shape ?? []);
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      if (part.kind !== "call" || !part.brackets) return;
      add(part.brackets.targets);
      add(part.brackets.results ?? []);
    });
  }
  return names;
}
