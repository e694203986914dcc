import type { Rect } from "../../draw/path.ts";
import { insertOnWire } from "../../editor/edits/insert-on-wire.ts";
import { portsIn } from "../../editor/edits/port-places.ts";
import type { PortRef } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Value } from "../../typing/diagram.ts";
import { runEdit } from "../run-edit.ts";
import type { Addable } from "./addables.ts";
import { useAdding } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";
import type { Place } from "./place.ts";
import { withName } from "./proposals.ts";

/** A place on the wire of an array. */
export type WirePlace = Place & { readonly value: Value };

/** Inserts an operation in front of what a stretch of a wire leads to; asks which where it is several. */
export function insertOn(
  addable: Addable,
  place: WirePlace,
  ends: readonly PortRef[],
  at?: Rect,
): void {
  closeOffer();
  if (ends.length < 2) insertBefore(addable, place, ends);
  else useAdding.getState().show({ kind: "which", addable, place, ends, ...(at && { at }) });
}

/** Lets some of what reads an array read what an operation makes of it: one step. */
export function insertBefore(
  { what }: Addable,
  { into: { definition }, value }: WirePlace,
  ends: readonly PortRef[],
): void {
  closeOffer();
  if (what.kind === "port" || what.kind === "preset") return;
  runEdit((context) => {
    const named = withName(context, value);
    if (!named.ok) return named;
    const array = { definition, array: named.name };
    // The place of an unnamed array is known by its new name only.
    const consumers = value.name === undefined || ends.length === 0 ? undefined : ends;
    return insertOnWire(named.context, { what, array, ...(consumers && { consumers }) });
  });
}

/** Every port that has an array now. */
export function readersOf(reading: Reading, { into, value }: WirePlace): readonly PortRef[] {
  return portsIn(reading, into.definition)
    .filter(({ holds }) => holds !== undefined && holds === value.name)
    .map(({ port }) => port);
}
