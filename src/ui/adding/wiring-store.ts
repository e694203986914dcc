import { create } from "zustand";
import type { Heights } from "../../draw/slab.ts";
import type { PortPlace } from "../../editor/edits/port-places.ts";
import type { ArrayRef, PortRef } from "../../editor/edits/scope.ts";
import type { Outcome } from "../../editor/outcome.ts";
import type { SceneBundle } from "../../scene/scene.ts";
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
  readonly taken?: TakenEnd;
}

/** The end of a wire that was taken off a port. */
export interface TakenEnd {
  readonly port: PortRef;
  /** Where that port is in the picture. */
  readonly at: NonNullable<SceneBundle["to"]>;
  /** Where the array comes out of what makes it, in the picture. */
  readonly from?: { readonly x: number; readonly heights: Heights };
}

interface WiringState {
  readonly wiring: Wiring | undefined;
  /** What each port would make of the array, by `portKey`, as it becomes known. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** What each port is called and has now. */
  readonly places: ReadonlyMap<string, PortPlace>;
}

const IDLE: WiringState = { wiring: undefined, outcomes: new Map(), places: new Map() };

/** The store of the wire that is being drawn. */
export const useWiring = create<WiringState>()(() => IDLE);

/** Begins or ends the drawing of a wire. */
export function setWiring(wiring: Wiring | undefined): void {
  useWiring.setState({ ...IDLE, wiring });
}

/** Equal for the same port. */
export function portKey({ node, operand }: PortRef): string {
  return `${node} ${operand}`;
}
