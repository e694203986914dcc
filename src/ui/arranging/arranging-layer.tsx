import "./arranging.css";
import { ViewportPortal } from "@xyflow/react";
import { type ReactNode, type RefObject, useEffect } from "react";
import type { Mark } from "../../draw/mark.ts";
import type { Rect } from "../../draw/path.ts";
import { rowIn } from "../../editor/arranging.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Scene, SceneColumn, SceneNode } from "../../scene/scene.ts";
import { Marks } from "../canvas/marks.tsx";
import { type Drag, type Strand, useArranging } from "./arranging-store.ts";
import { CarriedRemark } from "./carried-remark.tsx";
import { listenToDrags } from "./dragging.ts";
import { Preview } from "./preview-picture.tsx";

/** What arranging by hand shows on the canvas: pins, and where what is dragged would go. */
export function ArrangingLayer({
  reading,
  root,
}: {
  readonly reading: Reading;
  readonly root: RefObject<HTMLElement | null>;
}): ReactNode {
  const drag = useArranging((state) => state.drag);
  const remark = useArranging((state) => state.remark);
  const isRemark = remark !== undefined;
  const carried = drag ?? remark;
  const shows = carried && (carried.preview === undefined ? "outline" : "preview");
  useEffect(() => {
    const { current } = root;
    return current === null ? undefined : listenToDrags(current);
  }, [root]);
  useEffect(() => {
    const { current } = root;
    if (current === null) return;
    if (shows === undefined) delete current.dataset["arranging"];
    else current.dataset["arranging"] = shows;
    current.toggleAttribute("data-carries-remark", isRemark);
  }, [root, shows, isRemark]);
  return (
    <ViewportPortal>
      <svg className="overlay arranging" width="1" height="1" aria-hidden="true">
        {carried?.preview === undefined && <Pins reading={reading} />}
        {drag?.preview !== undefined && drag.strand === undefined && (
          <g className="original">
            <Marks marks={drag.movable.slab?.marks ?? NONE} />
          </g>
        )}
        {carried?.preview !== undefined && <Preview scene={carried.preview} />}
        {drag?.strand !== undefined && <CarriedStrand strand={drag.strand} shift={drag.shift} />}
        {drag !== undefined && drag.strand === undefined && <Carried drag={drag} />}
        {remark !== undefined && <CarriedRemark drag={remark} />}
      </svg>
    </ViewportPortal>
  );
}

const NONE: readonly Mark[] = [];

/** What is carried, where it would go, and the line between the rows there. */
function Carried({ drag }: { readonly drag: Drag }): ReactNode {
  const own = boxOf(drag, drag.scene, drag.column);
  const { preview, shift } = drag;
  const column = preview && columnLike(preview, drag);
  const goes = preview && column && boxOf(drag, preview, column);
  return (
    <>
      {own !== undefined && (
        <rect className="carried" {...own} y={own.y + shift} rx="4" data-straight={!preview} />
      )}
      {goes !== undefined && <rect className="frame-selected" {...goes} rx="4" />}
      {goes !== undefined && drag.dy !== undefined && <Pin x={goes.x} y={goes.y} />}
      {drag.dy === undefined && <InsertionLine drag={drag} goes={goes} />}
      {preview === undefined && own !== undefined && <StraightWires drag={drag} />}
    </>
  );
}

/** A piece of the strand at the pointer, and the line between the strands where it would go. */
function CarriedStrand({
  strand: { heights, at, by, x },
  shift,
}: {
  readonly strand: Strand & { readonly by: number };
  readonly shift: number;
}): ReactNode {
  const own = heights[at] ?? 0;
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  const y = Math.min(Math.max(own + shift, least - STEP), most + STEP);
  const passed = heights[at + by] ?? own;
  const line = passed + Math.sign(by) * STEP;
  return (
    <>
      <path className="carried-strand" d={`M${x - FAR} ${y}H${x + FAR}`} />
      {by !== 0 && <path className="insertion" d={`M${x - FAR} ${line}H${x + FAR}`} />}
    </>
  );
}

/** Half the way from one strand to the next. */
const STEP = 10;

/** The line between the rows where it would go. */
function InsertionLine({
  drag: { column, past },
  goes,
}: {
  readonly drag: Drag;
  readonly goes: Rect | undefined;
}): ReactNode {
  const [over, under] = [past.over.at(-1), past.under.at(-1)];
  const passed = rowIn(column, over ?? under ?? "");
  if (passed === undefined) return null;
  const isUp = over !== undefined;
  const y =
    goes === undefined ? (isUp ? passed.top : passed.bottom) : isUp ? goes.y : goes.y + goes.height;
  const x = goes?.x ?? column.x;
  const width = goes?.width ?? column.width;
  return <path className="insertion" d={`M${x - REACH} ${y}H${x + width + REACH}`} />;
}

/** How far the line stands out beside the column. */
const REACH = 14;

/** Straight lines from where arrays come and go to what is carried. */
function StraightWires({ drag: { movable, shift } }: { readonly drag: Drag }): ReactNode {
  const ports = movable.slab?.ports ?? [];
  return ports.map(({ side, array, x, heights }) => {
    const far = side === "in" ? x - FAR : x + FAR;
    return heights.map((y) => (
      <path
        key={`${side} ${array} ${y}`}
        className="carried-wire"
        d={`M${far} ${y}L${x} ${y + shift}`}
      />
    ));
  });
}

/** How far away the straight wires begin. */
const FAR = 40;

/** The part of the picture that is dragged: a slab, or the stretch of an array in its column. */
function boxOf({ movable }: Drag, scene: Scene, column: SceneColumn): Rect | undefined {
  const row = rowIn(column, movable.name);
  if (row === undefined) return undefined;
  const slab = row.node && scene.nodes.find(({ id }) => id === row.node);
  if (slab) return { ...slab.bounds, height: row.bottom - row.top };
  return { x: column.x, y: row.top, width: column.width, height: row.bottom - row.top };
}

/** The same column of another picture of the same diagram. */
function columnLike(scene: Scene, { scene: from, column, movable }: Drag): SceneColumn | undefined {
  const at = from.columns.filter(({ path }) => path === movable.path).indexOf(column);
  const columns = scene.columns.filter(({ path }) => path === movable.path);
  const like = columns[at];
  return like && rowIn(like, movable.name) ? like : undefined;
}

/** A pin on every slab that was placed by hand. */
function Pins({ reading: { document, scene } }: { readonly reading: Reading }): ReactNode {
  const pinned = new Set(
    document.layout.flatMap((line) =>
      line.kind === "place" && line.wish.kind === "height" ? [line.node] : [],
    ),
  );
  if (pinned.size === 0) return null;
  return pinnedNodes(scene, pinned).map(({ id, bounds }) => (
    <Pin key={id} x={bounds.x} y={bounds.y} />
  ));
}

function pinnedNodes(scene: Scene, pinned: ReadonlySet<string>): readonly SceneNode[] {
  const ids = new Set(
    scene.columns.flatMap(({ rows }) =>
      rows.flatMap(({ name, node }) =>
        name !== undefined && node !== undefined && pinned.has(name) ? [node] : [],
      ),
    ),
  );
  return scene.nodes.filter(({ id, kind }) => ids.has(id) && kind !== "output");
}

function Pin({ x, y }: { readonly x: number; readonly y: number }): ReactNode {
  return (
    <g className="pin-mark" transform={`translate(${x - 3} ${y - 3})`}>
      <circle r="7" />
      <path d="M-2.5 -3.5h5M-1.5 -3.5v2.8l-1.7 2h6.4l-1.7 -2v-2.8M0 1.3v3" />
    </g>
  );
}
