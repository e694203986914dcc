import type { Body, Checking } from "./checking.ts";
import type { Value } from "./diagram.ts";
import { sizeNamed } from "./scope.ts";

/** What an array name means in a body. */
export type Found =
  | { readonly kind: "value"; readonly value: Value; readonly from: Body }
  /** The array exists and could be read here, but what makes it has not been typed: a cycle. */
  | { readonly kind: "pending" }
  /** The array exists inside a loop that ends before this place, or does not contain it. */
  | { readonly kind: "hidden" }
  | { readonly kind: "none" };

/** Finds an array by name, from the body outwards. */
export function lookUpArray(checking: Checking, body: Body, name: string): Found {
  for (let at: Body | undefined = body; at; at = at.parent) {
    const value = at.values.get(name);
    if (value) return { kind: "value", value, from: at };
  }
  const entry = checking.scope.arrays.get(name);
  if (!entry) {
    const isSize = sizeNamed(checking.scope, name, body.loops) !== undefined;
    return { kind: checking.broken.has(name) && !isSize ? "pending" : "none" };
  }
  const visible = entry.loops.every((loop) => body.loops.includes(loop));
  return { kind: visible ? "pending" : "hidden" };
}

/** Reads a found array into a body; each loop on the way gets it as one that comes from outside. */
export function readInto(body: Body, found: Found & { kind: "value" }): Value {
  for (let at: Body | undefined = body; at && at !== found.from; at = at.parent) {
    if (found.value.scalar === undefined && !at.reads.has(found.value)) {
      at.reads.set(found.value, { kind: "read", outer: found.value });
    }
  }
  return found.value;
}
