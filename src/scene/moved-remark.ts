import type { LayoutLine } from "../document/document.ts";
import type { Mark } from "../draw/mark.ts";
import { drawCallout, sceneRemark } from "./callout.ts";
import type { Scene, SceneRemark } from "./scene.ts";

/** A picture with one remark as a line places it, and nothing else moved. */
export function withRemarkMoved(
  scene: Scene,
  remark: SceneRemark,
  line: LayoutLine & { readonly kind: "callout" },
): Scene {
  const written = new Set(scene.remarks.flatMap(({ marks }) => marks));
  const around = { ...scene, labels: scene.labels.filter((mark) => !written.has(mark)) };
  const drawn = drawCallout(line, around, { ink: [], drawn: [] });
  if (drawn === undefined) return scene;
  const moved = sceneRemark(remark.line, drawn);
  const follow = (mark: Mark): Mark => moved.marks[remark.marks.indexOf(mark)] ?? mark;
  return {
    ...scene,
    plates: scene.plates.map(follow),
    labels: scene.labels.map(follow),
    remarks: scene.remarks.map((each) => (each === remark ? moved : each)),
  };
}
