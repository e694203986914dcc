import { markBounds } from "../draw/bounds.ts";
import { labelBaseline, liftOverDouble } from "../draw/label.ts";
import type { Mark } from "../draw/mark.ts";
import type { Point, Rect } from "../draw/path.ts";
import type { FlatFigure } from "./flatten.ts";
import type { SceneId } from "./scene.ts";
import { pathOf } from "./stand.ts";
import { RIGHT_WALL } from "./wall-ids.ts";

/** A wire, or a piece of one, as it is drawn. */
export type Strand = Extract<Mark, { kind: "strand" }>;

type Text = Extract<Mark, { kind: "text" }>;

/** The name of an axis above a level piece of its wire at a point of it, LaTeX. */
export function nameOver(
  { axis, double }: Strand,
  text: string,
  { x, y }: Point,
  anchor: "start" | "middle",
): Text {
  const lift = double === true ? liftOverDouble(text) : 0;
  return { kind: "text", text, role: "axis", axis, x, y: labelBaseline(text, y) - lift, anchor };
}

/** The box of a name without what hangs below its line: that may touch the wire. */
export function aboveWire(box: Rect, baseline: number): Rect {
  return { ...box, height: Math.min(box.height, baseline - box.y) };
}

/** The boxes of the texts of a figure that are meant; as a rule, those that name an axis. */
export function namesOf(
  { nodes, bundles, labels }: FlatFigure,
  isName = ({ axis, role }: Text): boolean => axis !== undefined || role === "axis",
): readonly Rect[] {
  const ofArrays = bundles.flatMap(({ strands }) => strands.flatMap(({ points }) => points));
  return [...nodes.flatMap(({ marks }) => marks), ...ofArrays, ...labels].flatMap((mark) => {
    const box = mark.kind === "text" && isName(mark) ? markBounds(mark) : undefined;
    return box ?? [];
  });
}

/** How wires of an axis are named in one instance of a definition, or in one loop of it. */
export type WireNames = (
  place: { readonly path: SceneId; readonly definition: string },
  axis: string,
) => string | undefined;

/**
 * The LaTeX that a figure has for its axes. A place that names no wire of an axis itself has the name
 * that all other places of the definition agree on: an index is written otherwise outside of its loop.
 */
export function wireNames({ nodes }: FlatFigure): WireNames {
  const here = new Map<string, string>();
  const everywhere = new Map<string, Set<string>>();
  for (const { id, definition, marks } of nodes) {
    for (const mark of marks) {
      if (mark.kind !== "text" || mark.axis === undefined) continue;
      here.set(`${namingPlace(id)} ${mark.axis}`, mark.text);
      const key = `${definition} ${mark.axis}`;
      everywhere.set(key, (everywhere.get(key) ?? new Set()).add(mark.text));
    }
  }
  return ({ path, definition }, axis) => {
    const own = here.get(`${path} ${axis}`);
    if (own !== undefined) return own;
    const all = [...(everywhere.get(`${definition} ${axis}`) ?? [])];
    return all.length === 1 ? all[0] : undefined;
  };
}

/** The path of the wires that the texts of a node name; those of a right wall are behind it. */
export function namingPlace(id: SceneId): SceneId {
  const path = pathOf(id);
  return id.endsWith(`>${RIGHT_WALL}`) ? pathOf(path) : path;
}
