import { create } from "zustand";
import type { Point } from "../../draw/path.ts";
import type { Movable } from "../../editor/arranging.ts";
import type { Among } from "../../editor/edits/arrange.ts";
import type { Offset } from "../../editor/remarks.ts";
import type { Scene, SceneColumn, SceneRemark } from "../../scene/scene.ts";

/** Something that is dragged up or down; nothing is decided before it is let go. */
export interface Drag {
  readonly movable: Movable;
  /** The picture that it was taken from, and the column in which it is carried past others. */
  readonly scene: Scene;
  readonly column: SceneColumn;
  /** How far it has been carried, in units of the scene. */
  readonly shift: number;
  readonly past: Pick<Among, "over" | "under">;
  /** Half spacings below the first input, while it is placed by hand. */
  readonly dy?: number;
  /** Set where an axis is carried inside its array: past how many others, up where negative. */
  readonly strand?: Strand & { readonly by: number };
  /** The picture as it would be, where that is found at once. */
  readonly preview?: Scene;
}

/** An axis of an array at one place of the picture. */
export interface Strand {
  readonly definition: string;
  readonly array: string;
  readonly axis: string;
  /** Heights of all strands of the array there, and the place of this one. */
  readonly heights: readonly number[];
  readonly at: number;
  readonly x: number;
}

/** A remark that is dragged. */
export interface RemarkDrag {
  readonly remark: SceneRemark;
  /** How far it has been carried, in units of the scene. */
  readonly shift: Point;
  /** Where letting go now would place it; absent where it would change nothing. */
  readonly place?: Offset;
  /** The picture as it would be, where that is found at once. */
  readonly preview?: Scene;
}

/** The drag that goes on. */
export const useArranging = create<{
  readonly drag: Drag | undefined;
  readonly remark: RemarkDrag | undefined;
}>()(() => ({ drag: undefined, remark: undefined }));

/** Whether letting go now would change anything. */
export function isMoved({ past, dy, movable, strand }: Drag): boolean {
  if (strand !== undefined) return strand.by !== 0;
  if (dy !== undefined) return dy !== movable.slab?.height;
  return past.over.length + past.under.length > 0;
}
