import type { Argument, Expression, Port, Statement } from "./document.ts";

/** Statement kinds that hold a body of their own. */
export type Loop = Extract<Statement, { kind: "repeat" | "scan" }>;

/** Whether the statement is a loop with a body. */
export function isLoop(statement: Statement): statement is Loop {
  return statement.kind === "repeat" || statement.kind === "scan";
}

/** Calls `visit` for each statement and those in the bodies of loops, in text order. */
export function walkStatements(
  statements: readonly Statement[],
  visit: (statement: Statement, loops: readonly Loop[]) => void,
  loops: readonly Loop[] = [],
): void {
  for (const statement of statements) {
    visit(statement, loops);
    if (isLoop(statement)) walkStatements(statement.body, visit, [...loops, statement]);
  }
}

/** The expressions that stand in one statement, not those of its body. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case "array":
    case "layer":
    case "save":
      return [statement.value];
    case "each":
    case "carry":
    case "collect":
      return [statement.from];
    case "weight":
      return statement.ports.flatMap(({ start }) => (start === undefined ? [] : [start]));
    default:
      return [];
  }
}

/** Calls `visit` for the expression and everything nested in it, outer before inner. */
export function walkExpression(expression: Expression, visit: (e: Expression) => void): void {
  const stack: Expression[] = [expression];
  for (let next = stack.pop(); next; next = stack.pop()) {
    visit(next);
    const operands = operandsOf(next);
    for (let i = operands.length - 1; i >= 0; i--) stack.push(operands[i] ?? next);
  }
}

/** The operands of an expression in order, those by keyword included. */
export function operandsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "call":
      return expression.args.map(({ value }) => value);
    case "prefix":
      return [expression.of];
    case "infix":
      return [expression.left, expression.right];
    default:
      return [];
  }
}

/** The expression with other operands, as many as it has. */
export function withOperands(expression: Expression, operands: readonly Expression[]): Expression {
  const [first, second] = operands;
  switch (expression.kind) {
    case "call": {
      const args = expression.args.map(
        (argument, index): Argument => ({ ...argument, value: operands[index] ?? argument.value }),
      );
      return { ...expression, args };
    }
    case "prefix":
      return { ...expression, of: first ?? expression.of };
    case "infix":
      return { ...expression, left: first ?? expression.left, right: second ?? expression.right };
    default:
      return expression;
  }
}

/** The ports that stand in one statement: those of a loop's ends and of a block's head included. */
export function portsOf(statement: Statement): readonly Port[] {
  switch (statement.kind) {
    case "input":
    case "output":
    case "weight":
      return statement.ports;
    case "array":
      return statement.results;
    case "error":
      return statement.results ?? [];
    case "each":
    case "collect":
      return [statement.port];
    case "carry":
      return [statement.port, statement.to];
    case "block":
    case "custom":
      return [...statement.inputs, ...statement.outputs];
    default:
      return [];
  }
}
