import { connect } from "../../editor/edits/connect.ts";
import type { ArrayRef, PortRef } from "../../editor/edits/scope.ts";
import { outcomeOf } from "../../editor/outcome.ts";
import type { Reading } from "../../editor/reading.ts";
import { runEdit } from "../run-edit.ts";
import { useAdding } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";

/**
 * Connects an array that was chosen from a list: one step. What does not fit leads to a card with the
 * ways to make it fit; true when the document changed.
 */
export function join(reading: Reading, array: ArrayRef, port: PortRef): boolean {
  const { why } = outcomeOf(reading, array, port);
  closeOffer();
  if (why !== undefined) {
    useAdding.getState().show({ kind: "unfit", array, port, path: "" });
    return false;
  }
  return runEdit((context) => connect(context, { array, port }));
}
