import type { SizeExpression } from "./expression.ts";
import { printSizeExpression } from "./print-expression.ts";

/** What can be wrong with a size expression. */
export type SizeProblem =
  | { readonly kind: "unknown size"; readonly name: string }
  | { readonly kind: "unknown table"; readonly name: string }
  | { readonly kind: "table without index"; readonly name: string }
  | {
      readonly kind: "no such entry";
      readonly table: string;
      readonly position: bigint;
      readonly length: number;
    }
  | { readonly kind: "division by zero"; readonly expression: SizeExpression }
  | { readonly kind: "exponent"; readonly expression: SizeExpression }
  | { readonly kind: "size too large"; readonly expression: SizeExpression };

/** The problem as one full sentence. */
export function explain(problem: SizeProblem): string {
  switch (problem.kind) {
    case "unknown size":
      return `There is no size named \`${problem.name}\`.`;
    case "unknown table":
      return `There is no table of sizes named \`${problem.name}\`.`;
    case "table without index":
      return `\`${problem.name}\` is a table of sizes; write which entry, as in \`${problem.name}[0]\`.`;
    case "no such entry":
      return explainEntry(problem.table, problem.position, problem.length);
    case "division by zero":
      return `\`${quote(problem.expression)}\` divides by 0.`;
    case "exponent":
      return `The exponent of \`${quote(problem.expression)}\` must be a whole number that is at least 0.`;
    case "size too large":
      return `\`${quote(problem.expression)}\` is too large to be worked with.`;
  }
}

function explainEntry(table: string, position: bigint, length: number): string {
  const last = length - 1;
  const entries = length === 1 ? "one entry, number 0" : `entries 0 to ${last}`;
  return `\`${table}\` has ${entries}, but entry ${position} is asked for.`;
}

/** An expression short enough for a sentence. */
function quote(expression: SizeExpression): string {
  const text = printSizeExpression(expression);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
