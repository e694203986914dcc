import type { FillRole } from "../draw/mark.ts";
import type { Figure } from "./figure.ts";
import { rowAt } from "./row-pieces.ts";
import type { FigureRow } from "./rows.ts";
import type { SceneId } from "./scene.ts";

/** Where a figure stands in the picture: the calls that lead to it, and the shift of its coordinates. */
export interface Stand {
  readonly path: string;
  readonly dx: number;
  readonly dy: number;
  /** What the plate or bracket around it is filled with. */
  readonly fill?: FillRole;
}

/** Where the row stands that holds what begins at `x` in a figure. */
export function standAt({ wrapped }: Figure, stand: Stand, x: number): Stand {
  const row = wrapped === undefined ? undefined : rowAt(wrapped.rows, x);
  return row === undefined ? stand : standIn(stand, row);
}

/** Where a row of a figure stands. */
export function standIn(stand: Stand, { dx, dy }: Pick<FigureRow, "dx" | "dy">): Stand {
  return { ...stand, dx: stand.dx + dx, dy: stand.dy + dy };
}

/** The id in the picture of an item of a figure that stands there. */
export function sceneId(stand: Stand, item: string): string {
  return stand.path === "" ? item : `${stand.path}>${item}`;
}

/** The call path of a node, which ends before its own name. */
export function pathOf(id: SceneId): SceneId {
  return id.slice(0, Math.max(0, id.lastIndexOf(">")));
}
