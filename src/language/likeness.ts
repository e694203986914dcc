import type { Expression, NodeId, Statement } from "../document/document.ts";
import { expressionsOf, operandsOf } from "../document/parts.ts";

/** A statement with what tells it from others, so that it can be found again after an edit. */
export interface Trait {
  readonly statement: Statement;
  readonly id: NodeId;
  /** What the ids of its body begin with: `Encoder/`, or `""` at the top. */
  readonly scope: string;
  /** Its place among all statements, loop bodies and blocks included. */
  readonly line: number;
  readonly kind: Statement["kind"];
  /** What the right side does, for lines that have one. */
  readonly doing: string;
  readonly targets: ReadonlySet<string>;
  readonly mentions: ReadonlySet<string>;
}

/** From how many points on two statements count as one. */
export const ENOUGH = 3.5;

/** What a line of distance costs. */
const PER_LINE = 0.05;

/** Beyond so many lines nothing is alike enough. */
export const FARTHEST = Math.floor((3 + 3 + 1 + 2 - ENOUGH) / PER_LINE);

/** How alike an old and a new statement are, `distance` lines apart. */
export function likeness(
  old: Trait,
  now: Trait,
  { isSameScope, distance }: { readonly isSameScope: boolean; readonly distance: number },
): number {
  const operation = old.kind === now.kind && old.doing === now.doing ? 3 : 0;
  const target = shared(old.targets, now.targets) > 0 ? 3 : 0;
  if (operation + target === 0) return 0;
  const most = Math.max(old.mentions.size, now.mentions.size);
  const overlap = most === 0 ? 0 : (2 * shared(old.mentions, now.mentions)) / most;
  return operation + target + (isSameScope ? 1 : 0) + overlap - PER_LINE * distance;
}

/** Every statement of a document with its traits, in text order, an opener before its body. */
export function traitsOf(statements: readonly Statement[]): readonly Trait[] {
  const traits: Trait[] = [];
  const visit = (statement: Statement): void => {
    const { id } = statement;
    traits.push({
      statement,
      id,
      scope: id.slice(0, id.indexOf("/") + 1),
      line: traits.length,
      kind: statement.kind,
      doing: isDoing(statement) ? doingOf(statement.value) : "",
      targets: new Set(targetsOf(statement)),
      mentions: new Set(expressionsOf(statement).flatMap(namesIn)),
    });
    if ("body" in statement && statement.kind !== "error") statement.body.forEach(visit);
  };
  statements.forEach(visit);
  return traits;
}

/** What an expression does, without its operands: `linear`, `+`, the name that it reads. */
export function doingOf(expression: Expression): string {
  switch (expression.kind) {
    case "call":
      return `call ${expression.callee}`;
    case "prefix":
    case "infix":
      return `${expression.kind} ${expression.operator}`;
    case "load":
      return `load ${expression.memory}`;
    default:
      return expression.kind;
  }
}

function isDoing(statement: Statement): statement is Statement & { kind: "array" | "layer" } {
  return statement.kind === "array" || statement.kind === "layer";
}

function targetsOf(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "input":
    case "output":
    case "weight":
      return statement.ports.map(({ name }) => name);
    case "array":
      return statement.results.map(({ name }) => name);
    case "error":
      return (statement.results ?? []).map(({ name }) => name);
    case "each":
    case "carry":
    case "collect":
      return [statement.port.name];
    case "block":
    case "custom":
      return [...statement.inputs, ...statement.outputs].map(({ name }) => name);
    case "layer":
      return [statement.name];
    case "size":
      return statement.sizes.map(({ name }) => name);
    case "repeat":
    case "scan":
      return statement.body.flatMap((line) =>
        line.kind === "carry" || line.kind === "collect" ? [line.port.name] : [],
      );
    default:
      return [];
  }
}

function namesIn(expression: Expression): readonly string[] {
  return expression.kind === "name" ? [expression.name] : operandsOf(expression).flatMap(namesIn);
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const name of one) if (other.has(name)) count += 1;
  return count;
}
