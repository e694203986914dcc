import type { Path } from "../../draw/path.ts";
import { blockOfPanel } from "../../scene/panel-path.ts";
import type { Scene, SceneId } from "../../scene/scene.ts";
import { pathOf } from "../selection.ts";
import { type Followed, openCalls } from "./same-axis.ts";

/** The paths of every strand of a followed axis, in gaps and through slabs. */
export function litStrands(scene: Scene, { places }: Followed): readonly Path[] {
  const strands = strandsByAxis(scene);
  return [...places].flatMap(([path, { axes }]) =>
    [...axes].flatMap((axis) => strands.get(keyOf(path, axis)) ?? []),
  );
}

const indexes = new WeakMap<Scene, ReadonlyMap<string, readonly Path[]>>();

/** By the use of a definition and the axis; made once for each picture. */
function strandsByAxis(scene: Scene): ReadonlyMap<string, readonly Path[]> {
  const known = indexes.get(scene);
  if (known !== undefined) return known;
  const strands = new Map<string, Path[]>();
  const callOf = callsByPath(scene);
  const hold = (path: SceneId, axis: string, strand: Path): void => {
    const key = keyOf(callOf(path), axis);
    const held = strands.get(key);
    if (held === undefined) strands.set(key, [strand]);
    else held.push(strand);
  };
  for (const bundle of [...scene.bundles, ...scene.borders]) {
    for (const { axis, points } of bundle.strands) {
      for (const mark of points) if ("path" in mark) hold(bundle.path, axis, mark.path);
    }
  }
  for (const node of scene.nodes) {
    for (const mark of node.marks) {
      if (mark.kind === "strand") hold(pathOf(node.id), mark.axis, mark.path);
    }
  }
  indexes.set(scene, strands);
  return strands;
}

/** The path of the call that a body belongs to: loops on the way make no difference. */
function callsByPath(scene: Scene): (path: SceneId) => SceneId {
  const open = openCalls(scene);
  const uses = new Map<SceneId, SceneId>();
  const find = (path: SceneId): SceneId =>
    path === "" || open.has(path) || blockOfPanel(path) !== undefined ? path : find(pathOf(path));
  return (path) => {
    const known = uses.get(path) ?? find(path);
    uses.set(path, known);
    return known;
  };
}

function keyOf(path: SceneId, axis: string): string {
  return `${path} ${axis}`;
}
