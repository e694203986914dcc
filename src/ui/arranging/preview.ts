import type { Movable } from "../../editor/arranging.ts";
import { type Among, placeAmong, placeAt } from "../../editor/edits/arrange.ts";
import { moveAxis } from "../../editor/edits/order-axes.ts";
import type { ArrayRef } from "../../editor/edits/scope.ts";
import { showing } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Offset } from "../../editor/remarks.ts";
import { drawDiagram } from "../../scene/build.ts";
import { withRemarkMoved } from "../../scene/moved-remark.ts";
import type { Scene, SceneRemark } from "../../scene/scene.ts";
import { inferDiagram } from "../../typing/infer.ts";

/** Up to so many slabs the picture is laid out again while something is dragged in it. */
const MOST_NODES = 160;

/** The picture as it would be after letting go; `undefined` where laying it out takes too long. */
export function previewOf(
  reading: Reading,
  block: string | undefined,
  { name: node }: Movable,
  where: Pick<Among, "over" | "under"> & { readonly dy?: number | undefined },
): Scene | undefined {
  if (reading.scene.nodes.length > MOST_NODES) return undefined;
  const { dy, over, under } = where;
  const edit =
    dy === undefined
      ? placeAmong(reading, { node, over, under })
      : placeAt(reading, { node, dy, over, under });
  return edit.ok ? drawDiagram(reading.typed, showing(edit.document, block)) : undefined;
}

/** As `previewOf`, with an axis of an array moved past others. */
export function previewOfStrand(
  reading: Reading,
  block: string | undefined,
  { definition, array, axis, by }: ArrayRef & { readonly axis: string; readonly by: number },
): Scene | undefined {
  if (reading.scene.nodes.length > MOST_NODES) return undefined;
  const edit = moveAxis(reading, { array: { definition, array }, axis, by });
  if (!edit.ok) return undefined;
  const shown = showing(edit.document, block);
  return drawDiagram(inferDiagram(shown), shown);
}

/** As `previewOf`, with a remark of the picture placed by hand; only it moves. */
export function previewOfRemark(
  { document }: Reading,
  { remark, scene }: { readonly remark: SceneRemark; readonly scene: Scene },
  at: Offset,
): Scene | undefined {
  const line = document.layout[remark.line];
  if (line?.kind !== "callout" || scene.nodes.length > MOST_NODES) return undefined;
  return withRemarkMoved(scene, remark, { ...line, at });
}
