import type { Cursor } from "../../shapes/cursor.ts";
import { type LineDraft, type Making, markCallable, markDefinition, markPort } from "./making.ts";
import { type PortDraft, portOf, readPorts } from "./read-axes.ts";

interface Signature {
  readonly name: string;
  readonly start: number;
  readonly inputs: readonly PortDraft[];
  readonly outputs: readonly PortDraft[];
}

function readSignature(cursor: Cursor, what: string): Signature {
  const start = cursor.position;
  const name = cursor.expectName(`the name of ${what}`);
  cursor.skipSpaces();
  cursor.expect("(", "after the name");
  cursor.skipSpaces();
  const inputs = cursor.sees(")") ? [] : readPorts(cursor);
  cursor.skipSpaces();
  if (!cursor.take(")")) cursor.complainOneOf([",", ")"], "after the array");
  cursor.skipSpaces();
  cursor.expect("->", "and the outputs after `)`");
  return { name, start, inputs, outputs: readPorts(cursor) };
}

function markSignature(making: Making, signature: Signature, id: string): void {
  markCallable(making, signature.name, signature.start, id);
  for (const port of signature.inputs) markDefinition(making, port, id);
  for (const port of signature.outputs) markPort(making, port, id);
}

/** Reads what follows `block`: `Name(E[y m], X[x m]) -> O[y m]:`. */
export function readBlock(cursor: Cursor): LineDraft {
  const signature = readSignature(cursor, "a block");
  cursor.skipSpaces();
  cursor.expect(":", "at the end of the line");
  const { name } = signature;
  return {
    kind: "opener",
    block: name,
    make(making, text, body) {
      const id = making.claim(`block:${name}`);
      markSignature(making, signature, id);
      const inputs = signature.inputs.map(portOf);
      const outputs = signature.outputs.map(portOf);
      const { statements, trailing } = body;
      return { id, kind: "block", name, inputs, outputs, body: statements, trailing, ...text };
    },
  };
}

/** Reads what follows `custom`: `warp(I[c H W]) -> O[c H W]`. */
export function readCustom(cursor: Cursor): LineDraft {
  const signature = readSignature(cursor, "a custom function");
  const { name } = signature;
  return {
    kind: "line",
    make(making, text) {
      const id = making.claim(`custom:${name}`);
      markSignature(making, signature, id);
      const inputs = signature.inputs.map(portOf);
      const outputs = signature.outputs.map(portOf);
      return { id, kind: "custom", name, inputs, outputs, ...text };
    },
  };
}
