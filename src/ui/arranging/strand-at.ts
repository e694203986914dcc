import type { Point } from "../../draw/path.ts";
import type { Scene, SceneId } from "../../scene/scene.ts";
import type { CanvasLink } from "../adding/canvas-link.ts";
import { useEditor } from "../store.ts";
import type { Strand } from "./arranging-store.ts";

/** The selected strand, where the pointer is within so many pixels of it. */
export function strandAt(
  { index, zoom }: CanvasLink,
  point: Point,
  reach: number,
): Strand | undefined {
  const { selection, reading } = useEditor.getState();
  const wire = index.nodeAt(point) === undefined ? index.wireAt(point, reach / zoom()) : undefined;
  if (selection.kind !== "strand" || wire === undefined || reading === undefined) return undefined;
  const { path, definition, array, axis } = selection;
  if (wire.path !== path || wire.array !== array || wire.axis !== axis) return undefined;
  const heights = heightsAt(reading.scene, { path, array }, point.x);
  const at = heights.findIndex(([name]) => name === axis);
  return at < 0
    ? undefined
    : { definition, array, axis, heights: heights.map(([, y]) => y), at, x: point.x };
}

/** The strands of an array at an x with their heights, in their order. */
function heightsAt(
  scene: Scene,
  { path, array }: { readonly path: SceneId; readonly array: string },
  x: number,
): readonly (readonly [string, number])[] {
  for (const bundle of scene.bundles) {
    if (bundle.path !== path || bundle.array !== array) continue;
    const found = bundle.strands.flatMap(({ axis, points: [mark] }) => {
      const ends = mark !== undefined && "path" in mark ? [mark.path[0], mark.path.at(-1)] : [];
      const [from, to] = ends.flatMap((end) => (end && "to" in end ? [end.to] : []));
      if (from === undefined || to === undefined || x < from.x || x > to.x) return [];
      const part = to.x === from.x ? 0 : (x - from.x) / (to.x - from.x);
      return [[axis, from.y + part * (to.y - from.y)] as const];
    });
    if (found.length > 0) return found;
  }
  return [];
}
