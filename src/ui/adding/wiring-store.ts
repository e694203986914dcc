import { create } from "zustand";
import type { ArrayRef, PortRef } from "../../editor/edits/scope.ts";
import type { Outcome } from "../../editor/outcome.ts";
import type { Value } from "../../typing/diagram.ts";

/** A wire that is being drawn. */
export interface Wiring {
  /** The array that it carries, and where in the picture it begins. */
  readonly array: ArrayRef;
  readonly value: Value;
  /** The call path that ports must share to be reached. */
  readonly path: string;
  /** Nodes of the picture near enough to be reached. */
  readonly near: ReadonlySet<string>;
  /** Set when the wire was taken off a port. */
  readonly takenFrom?: PortRef;
}

interface WiringState {
  readonly wiring: Wiring | undefined;
  /** What each port would make of the array, by `portKey`, as it becomes known. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

/** The store of the wire that is being drawn. */
export const useWiring = create<WiringState>()(() => ({ wiring: undefined, outcomes: new Map() }));

/** Equal for the same port. */
export function portKey({ node, operand }: PortRef): string {
  return `${node} ${operand}`;
}
