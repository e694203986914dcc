import type { Expression, Statement } from "../document/document.ts";

/** Statement kinds that hold a body of their own. */
export type Loop = Extract<Statement, { kind: "repeat" | "scan" }>;

/** Whether the statement is a loop with a body. */
export function isLoop(statement: Statement): statement is Loop {
  return statement.kind === "repeat" || statement.kind === "scan";
}

/** Calls `visit` for the expression and everything nested in it, outer before inner. */
export function walkExpression(expression: Expression, visit: (e: Expression) => void): void {
  const stack: Expression[] = [expression];
  for (let next = stack.pop(); next; next = stack.pop()) {
    visit(next);
    stack.push(...childrenOf(next).reverse());
  }
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

/** The expressions that stand in one statement, not those of a loop's body. */
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
      return statement.ports.flatMap((port) => (port.start ? [port.start] : []));
    default:
      return [];
  }
}

/** Array names that a statement brings into the body where it stands; memory is told apart by `save `. */
export function providedBy(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "input":
    case "weight":
      return statement.ports.map((port) => port.name);
    case "array":
      return statement.results.map((port) => port.name);
    case "each":
    case "carry":
      return [statement.port.name];
    case "save":
      return [memoryKey(statement.memory)];
    case "repeat":
    case "scan":
      return [
        ...statement.body.flatMap((inner) =>
          inner.kind === "carry" || inner.kind === "collect" ? [inner.port.name] : [],
        ),
        ...savedIn(statement),
      ];
    default:
      return [];
  }
}

/** Names that must be there before the statement: arrays, or sizes that nobody provides. */
export function neededBy(statement: Statement): ReadonlySet<string> {
  const needed = new Set<string>();
  if (isLoop(statement)) {
    const inside = new Set(statement.body.flatMap(insideNames));
    for (const inner of statement.body) {
      for (const name of neededBy(inner)) if (!inside.has(name)) needed.add(name);
      if (inner.kind === "each" || inner.kind === "carry") addNames(needed, inner.from);
      if (inner.kind === "collect") addNames(needed, inner.from, inside);
    }
  } else if (statement.kind === "output") {
    for (const port of statement.ports) needed.add(port.name);
  } else if (statement.kind === "array" || statement.kind === "save") {
    addNames(needed, statement.value);
  }
  return needed;
}

/** The key under which a memory stands beside arrays in the order of statements. */
function memoryKey(memory: string): string {
  return `save ${memory}`;
}

function childrenOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case "call":
      return expression.args.map((arg) => arg.value);
    case "prefix":
      return [expression.of];
    case "infix":
      return [expression.left, expression.right];
    default:
      return [];
  }
}

/** What a statement of a body provides inside that body. */
function insideNames(statement: Statement): readonly string[] {
  return statement.kind === "collect" ? [] : providedBy(statement);
}

function savedIn(loop: Loop): readonly string[] {
  const saved: string[] = [];
  walkStatements(loop.body, (inner) => {
    if (inner.kind === "save") saved.push(memoryKey(inner.memory));
  });
  return saved;
}

function addNames(names: Set<string>, expression: Expression, except?: ReadonlySet<string>): void {
  walkExpression(expression, (part) => {
    const name =
      part.kind === "name" ? part.name : part.kind === "load" ? memoryKey(part.memory) : undefined;
    if (name !== undefined && !except?.has(name)) names.add(name);
  });
}
