import type { NodeId } from "../document/document.ts";
import type { SceneId } from "../scene/scene.ts";

/** One axis of one use of a definition: what a followed strand stands for. */
export interface AxisRef {
  /** The call path of the use, without loops inside of it. */
  readonly path: SceneId;
  readonly definition: string;
  readonly axis: string;
}

/** The one thing that canvas, text, outline, inspector and problem list show as selected. */
export type Selection =
  | { readonly kind: "diagram" }
  | {
      readonly kind: "operation";
      readonly id: SceneId;
      readonly definition: string;
      readonly node: NodeId;
    }
  | {
      readonly kind: "array";
      /** Call path of the instance that was pointed at. */
      readonly path: SceneId;
      readonly definition: string;
      readonly array: string;
    }
  | {
      readonly kind: "strand";
      readonly path: SceneId;
      readonly definition: string;
      readonly array: string;
      readonly axis: string;
      /** The node at which something happens to the axis, where a walk along it stopped. */
      readonly at?: NodeId;
    };

/** Nothing in particular, so the inspector speaks of the whole diagram. */
export const DIAGRAM: Selection = { kind: "diagram" };

/** Equal for selections of the same thing at the same place. */
export function selectionKey(selection: Selection): string {
  switch (selection.kind) {
    case "diagram":
      return "";
    case "operation":
      return `operation ${selection.id}`;
    case "array":
      return `array ${selection.path} ${selection.array}`;
    case "strand":
      return `strand ${selection.path} ${selection.array} ${selection.axis}${selection.at === undefined ? "" : ` at ${selection.at}`}`;
  }
}

/** One step up: strand, its array, nothing. */
export function widened(selection: Selection): Selection {
  if (selection.kind !== "strand") return DIAGRAM;
  const { path, definition, array } = selection;
  return { kind: "array", path, definition, array };
}

/** The call path in front of the last `>` of a scene id; `""` at the top. */
export function pathOf(id: SceneId): SceneId {
  const end = id.lastIndexOf(">");
  return end < 0 ? "" : id.slice(0, end);
}
