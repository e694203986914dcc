import { useReactFlow } from "@xyflow/react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { unionBounds } from "../../draw/bounds.ts";
import type { Rect } from "../../draw/path.ts";
import { linkedCanvas } from "../adding/canvas-link.ts";
import { BORDER, bringIntoView } from "../canvas/viewport.ts";

/** How far from the figure the card stands. */
const GAP = 24;

/** How wide the card is, and how much of it stands left of where its line leads to, in pixels. */
const WIDTH = 420;
const LEFT = 60;

/** A card below a figure, or above it, with a line to an operation; the picture makes room for it. */
export function PlacedCard({
  bounds,
  figure,
  children,
}: {
  readonly bounds: Rect;
  readonly figure: Rect;
  readonly children: ReactNode;
}): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [isAbove, setAbove] = useState(false);
  const flow = useReactFlow();
  const x = bounds.x + bounds.width / 2;
  const from = isAbove ? bounds.y : bounds.y + bounds.height;
  const to = isAbove ? figure.y - GAP : figure.y + figure.height + GAP;
  useLayoutEffect(() => {
    setAbove(standsAbove(bounds, figure, heightOf(place.current)));
  }, [bounds, figure]);
  useEffect(() => {
    // What is selected is brought into view first.
    const request = requestAnimationFrame(() => {
      const height = heightOf(place.current) / flow.getZoom();
      const card = { x, y: isAbove ? to - height : to, width: 0, height };
      const both = unionBounds([card, bounds]) ?? card;
      const frame = document.querySelector("#canvas")?.getBoundingClientRect();
      if (frame === undefined) return;
      const isRoomForBoth = both.height * flow.getZoom() <= frame.height - 2 * BORDER;
      bringIntoView(flow, isRoomForBoth ? both : card, frame);
    });
    return () => cancelAnimationFrame(request);
  }, [flow, x, to, isAbove, bounds]);
  return (
    <>
      <svg className="overlay problem-leader" width="1" height="1" aria-hidden="true">
        <path d={`M${x} ${from}V${to}`} />
      </svg>
      <div
        ref={place}
        className="problem-place"
        data-above={isAbove || undefined}
        style={{
          transform: `translate(${x}px, ${to}px)`,
          ["--problem-overhang" as string]: `${overhang(x)}px`,
        }}
      >
        {children}
      </div>
    </>
  );
}

/** How high the card is on the screen, whatever the zoom. */
function heightOf(place: HTMLElement | null): number {
  return place?.querySelector<HTMLElement>(".problem-card")?.offsetHeight ?? 0;
}

/** Whether the card has its room above the figure only, or in neither place and is nearer there. */
function standsAbove(bounds: Rect, figure: Rect, height: number): boolean {
  const canvas = linkedCanvas();
  if (canvas === undefined) return false;
  // What is seen has half as much again on each side.
  const around = canvas.around();
  const needed = GAP + height / canvas.zoom();
  const bottom = figure.y + figure.height;
  if (around.y + 0.75 * around.height - bottom >= needed) return false;
  if (figure.y - (around.y + 0.25 * around.height) >= needed) return true;
  return bounds.y + bounds.height - figure.y < bottom - bounds.y;
}

/** How far left the card has to go so that its right end is seen, in pixels. */
function overhang(x: number): number {
  const canvas = linkedCanvas();
  if (canvas === undefined) return 0;
  const around = canvas.around();
  const right = (around.x + 0.75 * around.width - x) * canvas.zoom();
  return Math.max(0, WIDTH - LEFT + GAP - right);
}
