import type { AxisTerm, Document } from "../../document/document.ts";
import { expressionsOf, portsOf, walkExpression } from "../../document/parts.ts";
import { RESERVED_WORDS } from "../../language/words.ts";
import type { TypedDiagram } from "../../typing/diagram.ts";
import { providedBy } from "../../typing/mentions.ts";
import { type DefinitionPlace, statementAt, statementsOf } from "./document-tree.ts";

const NAME = /^[A-Za-z][A-Za-z0-9_]*'*$/;

/** Why a word cannot name anything, as a sentence; `undefined` when it can. */
export function nameComplaint(name: string): string | undefined {
  if (NAME.test(name)) return undefined;
  if (name === "") return "A name needs at least one letter.";
  return `\`${name}\` is no name: names start with a letter from A to Z, then letters, digits, \`_\` and primes.`;
}

/** Why a word cannot name an array, a layer or a block. */
export function reservedComplaint(name: string, what: string): string | undefined {
  if (!RESERVED_WORDS.has(name)) return undefined;
  return `\`${name}\` is a word of the language and cannot name ${what}; \`${name}_\` can.`;
}

/** Names of arrays that a definition has, and the bare names that its expressions mention. */
export function namesUsed(document: Document, place: DefinitionPlace): ReadonlySet<string> {
  const names = new Set(arrayNames(document, place));
  for (const { statement } of statementsOf(document, place)) {
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => {
        if (part.kind === "name") names.add(part.name);
      });
    }
  }
  return names;
}

/** Names of arrays that a definition has: its ports, and what its lines and loops make. */
export function arrayNames(document: Document, place: DefinitionPlace): ReadonlySet<string> {
  const names = new Set<string>();
  const block = statementAt(document, place.body);
  for (const port of block === undefined ? [] : portsOf(block)) names.add(port.name);
  for (const { statement } of statementsOf(document, place)) {
    for (const name of providedBy(statement)) names.add(name);
    for (const port of portsOf(statement)) names.add(port.name);
  }
  return names;
}

/** Every axis name of a definition: those that it writes and those that typing knows. */
export function axesUsed(
  document: Document,
  typed: TypedDiagram,
  place: DefinitionPlace,
): ReadonlySet<string> {
  const known = typed.definitions.get(place.name)?.axes.keys() ?? [];
  return new Set([...known, ...writtenAxes(document, place)]);
}

/** Every axis name that a definition writes. */
export function writtenAxes(document: Document, place: DefinitionPlace): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (terms: readonly AxisTerm[]): void => {
    for (const term of terms) {
      if (term.kind === "axis") names.add(term.name);
      if (term.kind === "group") add(term.axes);
    }
  };
  const block = statementAt(document, place.body);
  for (const port of block === undefined ? [] : portsOf(block)) add(port.shape ?? []);
  for (const { statement } of statementsOf(document, place)) {
    for (const port of portsOf(statement)) add(port.shape ?? []);
    if (statement.kind === "scan") add([statement.axis]);
    if (statement.kind === "multi") for (const axis of statement.axes) names.add(axis);
    for (const expression of expressionsOf(statement)) {
      walkExpression(expression, (part) => {
        if (part.kind !== "call" || part.brackets === undefined) return;
        add(part.brackets.targets);
        add(part.brackets.results ?? []);
        for (const option of part.brackets.options) add(option.results ?? []);
      });
    }
  }
  return names;
}

/** A name for a new array: the word itself, else with the first number from 2 that makes it free. */
export function freshArrayName(
  word: string,
  context: { readonly document: Document; readonly typed: TypedDiagram },
  place: DefinitionPlace,
  also: readonly string[] = [],
): string {
  const taken = new Set([
    ...also,
    ...namesUsed(context.document, place),
    ...axesUsed(context.document, context.typed, place),
    ...context.typed.sizes.keys(),
  ]);
  const isFree = (name: string) => !taken.has(name) && !RESERVED_WORDS.has(name);
  if (isFree(word)) return word;
  const stem = word.replace(/'+$/, "").replace(/[0-9]+$/, "");
  let number = 2;
  while (!isFree(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** A name for a new axis: the given one with as many primes as make it new. */
export function freshAxisName(name: string, taken: ReadonlySet<string>): string {
  let fresh = /^[0-9]/.test(name) ? "n" : name;
  while (taken.has(fresh)) fresh = `${fresh}'`;
  return fresh;
}
