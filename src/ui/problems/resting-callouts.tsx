import "./resting-callouts.css";
import { useStore as useFlowStore, useReactFlow } from "@xyflow/react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Rect } from "../../draw/path.ts";
import type { Reading } from "../../editor/reading.ts";
import { restingAt } from "../../editor/resting-at.ts";
import type { RestingPlace } from "../../editor/rests-on.ts";
import { inkOf } from "../../scene/free-room.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { FAR_ZOOM } from "../canvas/viewport.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { placeCallouts } from "./callout-places.ts";
import { nearestPoints } from "./nearest-points.ts";

/** What lies over the figure or beside it: the card with its line, signs of mistakes, controls. */
const FURNITURE = [
  ".problem-card",
  ".problem-leader path",
  ".problem circle",
  ".mismatch-ring",
  ".fold-control",
  ".breadcrumb",
  ".requirement-bar",
  ".canvas-detail",
  ".view-controls",
  ".minimap",
  ".find-bar",
].join();

/**
 * Beside the places that a mistake rests on, the words that its card has for them. They are for the
 * eye and the pointer: a screen reader and the keyboard find the same words and links on the card.
 */
export function RestingCallouts({
  reading,
  mistake,
  places,
}: {
  readonly reading: Reading;
  readonly mistake: SceneNode;
  readonly places: readonly RestingPlace[];
}): ReactNode {
  const isFar = useFlowStore((state) => state.transform[2] < FAR_ZOOM);
  const shown = useMemo(
    () =>
      places.flatMap((place) => {
        const at = restingAt(reading, place, mistake);
        return at === undefined ? [] : [{ place, at }];
      }),
    [reading, mistake, places],
  );
  return isFar || shown.length === 0 ? null : <Callouts reading={reading} shown={shown} />;
}

interface Shown {
  readonly place: RestingPlace;
  readonly at: Rect;
}

function Callouts({
  reading,
  shown,
}: {
  readonly reading: Reading;
  readonly shown: readonly Shown[];
}): ReactNode {
  const layer = useRef<HTMLDivElement>(null);
  const boxes = useCalloutBoxes(layer, reading, shown);
  const zoom = useFlowStore((state) => state.transform[2]);
  return (
    <div ref={layer} aria-hidden="true">
      <svg className="overlay resting-leaders" width="1" height="1" aria-hidden="true">
        {shown.map(({ place, at }, i) => {
          const box = boxes[i];
          if (box === undefined) return null;
          const [from, to] = nearestPoints(box, at);
          return (
            <g key={`${place.node} ${place.says}`}>
              <path d={`M${from.x} ${from.y}L${to.x} ${to.y}`} />
              <circle cx={to.x} cy={to.y} r={4 / zoom} />
            </g>
          );
        })}
      </svg>
      {shown.map(({ place: { node, span, says } }, i) => {
        const { x, y } = boxes[i] ?? { x: 0, y: 0 };
        return (
          <div
            key={`${node} ${says}`}
            className="resting-callout"
            data-unplaced={boxes[i] === undefined || undefined}
            style={{ translate: `${x}px ${y}px` }}
          >
            <InlineText text={says} />{" "}
            <button
              type="button"
              tabIndex={-1}
              // What is hidden from a screen reader must not take the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={(event) => {
                event.stopPropagation();
                useFrame.getState().goToSpan(span);
              }}
            >
              Line {span.line}
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** Where each callout stands in the scene; found anew when the picture moves under the card. */
function useCalloutBoxes(
  layer: { readonly current: HTMLElement | null },
  { scene }: Reading,
  shown: readonly Shown[],
): readonly (Rect | undefined)[] {
  const [boxes, setBoxes] = useState<readonly (Rect | undefined)[]>([]);
  const flow = useReactFlow();
  const transform = useFlowStore((state) => state.transform);
  const width = useFlowStore((state) => state.width);
  const height = useFlowStore((state) => state.height);
  const ink = useMemo(() => inkOf(scene), [scene]);
  useEffect(() => {
    // The card takes its place and its size on the screen first.
    const request = requestAnimationFrame(() => {
      const frame = document.querySelector("#canvas")?.getBoundingClientRect();
      if (frame === undefined || layer.current === null) return;
      const [left, top, zoom] = transform;
      const onScreen = (box: Rect): Rect => ({
        x: box.x * zoom + left,
        y: box.y * zoom + top,
        width: box.width * zoom,
        height: box.height * zoom,
      });
      const sizes = [...layer.current.querySelectorAll<HTMLElement>(".resting-callout")];
      const placed = placeCallouts(
        shown.map(({ at }, i) => ({
          at: onScreen(at),
          width: sizes[i]?.offsetWidth ?? 0,
          height: sizes[i]?.offsetHeight ?? 0,
        })),
        {
          view: { x: 0, y: 0, width, height },
          taken: [
            ...scene.nodes.filter(isSolid).map(({ bounds }) => onScreen(bounds)),
            ...[...document.querySelectorAll(FURNITURE)].map((each) => {
              const box = each.getBoundingClientRect();
              return {
                x: box.x - frame.x,
                y: box.y - frame.y,
                width: box.width,
                height: box.height,
              };
            }),
          ],
          ink: ink.map(onScreen),
        },
      );
      setBoxes(
        placed.map((box) => {
          if (box === undefined) return undefined;
          const corner = flow.screenToFlowPosition({ x: box.x + frame.x, y: box.y + frame.y });
          return { ...corner, width: box.width / zoom, height: box.height / zoom };
        }),
      );
    });
    return () => cancelAnimationFrame(request);
  }, [layer, scene, shown, flow, transform, width, height, ink]);
  return boxes;
}

/** Nodes that are something themselves, not a ground for others or a place where strands part. */
function isSolid({ kind }: SceneNode): boolean {
  return kind !== "plate" && kind !== "loop" && kind !== "copy" && kind !== "border";
}
