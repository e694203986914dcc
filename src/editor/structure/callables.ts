import type { Document, Expression, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression, walkStatements } from "../../document/parts.ts";
import { findOp } from "../../ops/index.ts";
import type { EditContext } from "../edit.ts";

/** Names of blocks, custom functions and layers, wherever in the file they stand. */
export function callablesOf(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (lines: readonly Statement[]): void => {
    walkStatements(lines, (line) => {
      if (line.kind === "layer" || line.kind === "block" || line.kind === "custom") {
        names.add(line.name);
      }
      if (line.kind === "block") visit(line.body);
    });
  };
  visit(document.statements);
  return names;
}

/** A free name for a block of these lines: after its operation if it has only one, else `Block`. */
export function suggestBlockName(
  document: Document,
  lines: readonly Statement[],
  wish?: string,
): string {
  const taken = callablesOf(document);
  const [only, ...more] = lines.filter(({ kind }) => kind !== "weight" && kind !== "layer");
  const callee = only?.kind === "array" && more.length === 0 ? calleeOf(only.value) : undefined;
  return freeName(wish ?? (callee === undefined ? "Block" : inCapitals(callee)), taken);
}

/** The name itself, else with the first number from 2 that is free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const stem = name.replace(/[0-9]*'*$/, "");
  let number = 2;
  while (taken.has(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

function calleeOf(value: Expression): string | undefined {
  return value.kind === "call" && findOp(value.callee) !== undefined ? value.callee : undefined;
}

function inCapitals(name: string): string {
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** How often a block is used in the whole file, and whether it is the picture. */
export function usesOf(context: EditContext, block: string): number {
  let uses = context.typed.main.name === block ? 1 : 0;
  for (const line of context.document.header)
    if (line.kind === "main" && line.block === block) uses += 1;
  const visit = (lines: readonly Statement[]): void => {
    walkStatements(lines, (line) => {
      if (line.kind === "block") visit(line.body);
      if (line.kind === "layer" && line.value.kind === "name" && line.value.name === block)
        uses += 1;
      for (const expression of expressionsOf(line)) {
        walkExpression(expression, (part) => {
          if (part.kind === "call" && part.callee === block) uses += 1;
        });
      }
    });
  };
  visit(context.document.statements);
  return uses;
}
