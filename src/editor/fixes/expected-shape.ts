import type { AxisTerm } from "../../document/document.ts";
import { operandsOf } from "../../document/parts.ts";
import type { Value } from "../../typing/diagram.ts";
import { axesOf, type Site } from "./site.ts";

/**
 * The axes that an operand of a line should have, as far as the rest of the line says: what the left
 * side writes and no other operand brings, and what the brackets work on.
 */
export function expectedShape(
  site: Site,
  operand: string,
  arrays: readonly Value[],
): readonly string[] {
  const { statement, expression } = site;
  const root = statement.kind === "array" ? statement.value : undefined;
  const around = root === undefined ? expression : parentOf(root, operand);
  const left = statement.kind === "array" ? (statement.results[0]?.shape ?? []) : [];
  if (around === undefined) return namesOf(left);
  const others = operandsOf(around)
    .filter(({ id }) => id !== operand)
    .flatMap((each) => (each.kind === "name" ? each.name : []))
    .flatMap((name) => arrays.find((value) => value.name === name) ?? []);
  const brought = new Set(others.flatMap(axesOf));
  const brackets = around.kind === "call" ? around.brackets : undefined;
  const targets = namesOf(brackets?.targets ?? []);
  const made = new Set(namesOf(brackets?.results ?? []));
  const passing = namesOf(left).filter((name) => !made.has(name) && !brought.has(name));
  return [...new Set([...passing, ...targets])];
}

type Expr = NonNullable<Site["expression"]>;

function parentOf(root: Expr, id: string): Expr | undefined {
  for (const operand of operandsOf(root)) {
    if (operand.id === id) return root;
    const found = parentOf(operand, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesOf(terms: readonly AxisTerm[]): readonly string[] {
  return terms.flatMap((term) => (term.kind === "axis" ? term.name : []));
}
