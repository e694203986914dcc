import type { ReactNode } from "react";
import { placeOf } from "../../editor/place-of.ts";
import type { Reading } from "../../editor/reading.ts";
import { boundsOf, selectNode } from "../../editor/walk.ts";
import { usePreview } from "./preview.ts";

const AROUND = 4;

/** A frame around what is new in a preview; only that is blue. */
export function PreviewFrame({ reading: { scene } }: { readonly reading: Reading }): ReactNode {
  const node = usePreview((state) => state.node);
  const place = node === undefined ? undefined : placeOf(scene, node);
  const bounds = place && boundsOf(scene, selectNode(place));
  if (bounds === undefined) return null;
  const { x, y, width, height } = bounds;
  return (
    <svg className="overlay" width="1" height="1" aria-hidden="true">
      <rect
        className="frame-selected preview-frame"
        x={x - AROUND}
        y={y - AROUND}
        width={width + 2 * AROUND}
        height={height + 2 * AROUND}
        rx="4"
      />
    </svg>
  );
}
