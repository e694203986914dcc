import { Cable } from "lucide-react";
import type { ReactNode } from "react";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import { useAdding } from "./adding-store.ts";
import { placeOf } from "./place.ts";
import { rectOf } from "./rect-of.ts";

/** Opens the list of places that the selected array could go to. */
export function ConnectButton({
  selection,
  reading,
}: {
  readonly selection: Selection;
  readonly reading: Reading;
}): ReactNode {
  return (
    <button
      type="button"
      className="button"
      data-kind="outline"
      onClick={(event) => {
        const place = placeOf(selection, reading);
        useAdding.getState().show({ kind: "into", place, at: rectOf(event.currentTarget) });
      }}
    >
      <Cable />
      Connect to…
    </button>
  );
}
