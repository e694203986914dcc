import { blockTitle } from "../scene/title.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";
import type { Reading } from "./reading.ts";
import type { Selection } from "./selection.ts";

/** A selection looked up in the typed diagram. */
export interface Described {
  readonly definition: TypedDefinition;
  /** The operation, or the maker of the array. */
  readonly node?: TypedNode;
  /** The array selected, or the first result of the operation. */
  readonly value?: Value;
  /** Line of the text, from 1. */
  readonly line?: number;
}

/** What a selection stands for; `undefined` for the diagram and for what the text no longer has. */
export function describe(selection: Selection, reading: Reading): Described | undefined {
  if (selection.kind === "diagram") return undefined;
  const definition = reading.typed.definitions.get(selection.definition);
  if (definition === undefined) return undefined;
  const index = indexDefinition(definition);
  const value = selection.kind === "operation" ? undefined : index.values.get(selection.array);
  const key = selection.kind === "operation" ? selection.node : value?.maker;
  const node = key === undefined ? undefined : index.nodes.get(key);
  if (node === undefined && value === undefined && selection.kind !== "operation") return undefined;
  const line = key === undefined ? undefined : reading.sources.get(key)?.line;
  const shown = value ?? node?.results[0];
  return {
    definition,
    ...(node === undefined ? {} : { node }),
    ...(shown === undefined ? {} : { value: shown }),
    ...(line === undefined ? {} : { line }),
  };
}

/** The name of the operation for headings: "Softmax", "Block Encoder", "Repeat". */
export function nodeTitle(node: TypedNode): string {
  switch (node.kind) {
    case "op":
      return node.op.title;
    case "call":
      return blockTitle(node.definition.name);
    case "loop":
      return node.loop === "scan" ? `Scan over ${node.index ?? "an axis"}` : "Repeat";
    case "input":
      return "Input";
    case "weight":
      return node.frozen ? "Fixed array" : "Weight";
    case "box":
      if (isEmptyPort(node)) return "Empty port";
      return node.title.slice(0, 1).toUpperCase() + node.title.slice(1);
  }
}

/** One sentence on what the operation does. */
export function nodeSentence(node: TypedNode): string {
  switch (node.kind) {
    case "op":
      return node.op.summary;
    case "call":
      return `A block of ${operationsText(node.definition)}. Space opens or closes it in place, Enter goes inside.`;
    case "loop":
      return node.loop === "scan"
        ? "Does the body once for each position, handing its carried arrays on."
        : "Does the body again and again, each copy taking what the copy before it gave.";
    case "input":
      return "An array that comes in from outside.";
    case "weight":
      return node.frozen ? "An array of fixed numbers." : "An array that is learned.";
    case "box":
      return boxSentence(node);
  }
}

function operationsText(definition: TypedDefinition): string {
  const count = countOperations(definition);
  return count === 1 ? "1 operation" : `${count} operations`;
}

function boxSentence(node: Extract<TypedNode, { kind: "box" }>): string {
  if (isEmptyPort(node)) return "Nothing is connected here yet: drop a wire on it.";
  switch (node.reason) {
    case "custom":
      return "Declared by its shapes only; what it computes stands elsewhere.";
    case "memory":
      return "Keeps an array for a later loop, or takes it back.";
    case "unknown":
      return "Nothing of this name is known, so its shapes are taken as written.";
    case "error":
      return "This line could not be checked, so its shapes are taken as written.";
  }
}

/** Whether a node only stands for an operand that is not given yet. */
export function isOpenPort(node: TypedNode): boolean {
  return node.kind === "box" && node.title === "?";
}

/** An open port that is written as such, where a line that cannot be read yet is drawn as one too. */
function isEmptyPort(node: TypedNode): boolean {
  return isOpenPort(node) && node.kind === "box" && node.reason === "unknown";
}

/** Operations of a definition, those inside its loops included, calls counted as one. */
export function countOperations(definition: TypedDefinition): number {
  const count = (nodes: readonly TypedNode[]): number =>
    nodes.reduce((sum, node) => {
      if (node.kind === "loop") return sum + count(node.nodes);
      const isGiven = node.kind === "input" || node.kind === "weight" || isOpenPort(node);
      return isGiven ? sum : sum + 1;
    }, 0);
  return count(definition.nodes);
}
