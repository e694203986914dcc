import type { Expression, Statement } from "../document/document.ts";
import { isLoop, type Loop, walkExpression, walkStatements } from "../document/parts.ts";

/** Array names that a statement brings into the body where it stands; memory is told apart by `save `. */
export function providedBy(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "input":
    case "weight":
      return statement.ports.map((port) => port.name);
    case "array":
      return statement.results.map((port) => port.name);
    case "error":
      return (statement.results ?? []).map((port) => port.name);
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
