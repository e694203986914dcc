import type { Expression, Statement } from "../document/document.ts";
import { expressionsOf, portsOf, walkExpression, walkStatements } from "../document/parts.ts";
import type { Body, Checking } from "./checking.ts";
import { meaningOf } from "./digest.ts";

/** The names that typing a statement may look up, each at least once. */
export interface Reading {
  readonly arrays: readonly string[];
  readonly callees: readonly string[];
  /** Arrays that stand on its left sides. */
  readonly ports: readonly string[];
}

/** What a statement names, in its body, in the layers that it calls and in what those name. */
export function readingOf(checking: Checking, statement: Statement): Reading {
  const reading = { arrays: [] as string[], callees: [] as string[], ports: [] as string[] };
  const read = (expression: Expression) =>
    walkExpression(expression, (part) => {
      if (part.kind === "name") reading.arrays.push(part.name);
      if (part.kind === "call") call(part.callee);
    });
  const call = (name: string) => {
    if (reading.callees.includes(name)) return;
    reading.callees.push(name);
    const value = checking.layers.get(name)?.value;
    if (value?.kind === "name") call(value.name);
    if (value) read(value);
  };
  walkStatements([statement], (inner) => {
    for (const expression of expressionsOf(inner)) read(expression);
    for (const port of portsOf(inner)) reading.ports.push(port.name);
    if (inner.kind === "carry") reading.arrays.push(inner.to.name);
  });
  return reading;
}

/** What the names stand for at present, in the body of a definition. */
export function meantBy(checking: Checking, body: Body, reading: Reading): readonly unknown[] {
  return [
    ...reading.arrays.map((name) => arrayMeant(checking, body, name)),
    ...reading.callees.map((name) => calleeMeant(checking, name)),
    ...reading.ports.map((name) => ownerOf(checking, name)),
  ];
}

/** Whether the names stand for what they stood for, in the order of `meantBy`. */
export function isMeant(
  checking: Checking,
  body: Body,
  { arrays, callees, ports, meant }: Reading & { readonly meant: readonly unknown[] },
): boolean {
  let at = 0;
  for (const name of arrays) if (arrayMeant(checking, body, name) !== meant[at++]) return false;
  for (const name of callees) if (calleeMeant(checking, name) !== meant[at++]) return false;
  for (const name of ports) if (ownerOf(checking, name) !== meant[at++]) return false;
  return true;
}

/** The value, or which loops keep an array from being one here. */
function arrayMeant({ scope }: Checking, body: Body, name: string): unknown {
  const value = body.values.get(name);
  if (value) return value;
  const entry = scope.arrays.get(name);
  return entry && `in ${entry.loops.map((loop) => loop.id).join(" ")}`;
}

function calleeMeant(checking: Checking, name: string): unknown {
  const callee = checking.callee(name);
  switch (callee?.kind) {
    case "op":
      return callee.op;
    case "block":
      return callee.signature;
    case "layer":
      return meaningOf(callee.layer);
    case "recursive":
      return callee.path.join(" ");
    default:
      return checking.isUnread(name);
  }
}

/** The statement to which a name belongs, since a second one of the name provides nothing. */
function ownerOf({ scope }: Checking, name: string): unknown {
  return scope.arrays.get(name)?.statement.id;
}
