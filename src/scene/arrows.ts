import type { DetailLevel } from "../document/document.ts";
import { type ArrowedFace, arrowed } from "../draw/forms/arrowed.ts";
import type { LayoutItem } from "../layout/graph.ts";
import type { BodyItem } from "./body-item.ts";
import { countedAxis } from "./entries-wire.ts";
import type { Member } from "./figure.ts";

/** The item as it is drawn at a level of detail; open blocks and loops have their own ends. */
export function atLevel(
  body: BodyItem,
  level: DetailLevel,
  label: (axis: string) => string,
): BodyItem {
  const face = level === "axes" ? undefined : faceOf(body.member);
  if (face === undefined) return body;
  const labelOf = (axes: readonly string[]) => arrayLabel(axes, label);
  const spec = level === "arrays" ? { face, labelOf } : { face };
  const drawn = (item: LayoutItem): LayoutItem => ({ ...item, slab: arrowed(item.slab, spec) });
  const { item, member, exchanged } = body;
  return exchanged === undefined
    ? { item: drawn(item), member }
    : { item: drawn(item), member, exchanged: drawn(exchanged) };
}

/** LaTeX of the axes of an array that is drawn as one arrow: `[y k h]`. */
export function arrayLabel(axes: readonly string[], label: (axis: string) => string): string {
  const named = axes.filter((axis) => countedAxis(axis) === undefined);
  return `[${named.map(label).join("\\;")}]`;
}

function faceOf(member: Member): ArrowedFace | undefined {
  if (member.kind === "border" || member.kind === "wall") return { kind: "through" };
  if (member.kind !== "node") return { kind: "own" };
  if (member.inside !== undefined) return undefined;
  const { node } = member;
  switch (node.kind) {
    case "op":
      return node.operands.some((value) => value.scalar === undefined)
        ? { kind: "box", title: node.op.title, fill: node.op.learned ? "linear" : "paper" }
        : { kind: "own" };
    case "call":
      return {
        kind: "box3d",
        title: member.caption ?? member.title,
        fill: member.fill ?? "component",
      };
    case "box":
      return node.reason === "unknown" || node.reason === "error"
        ? { kind: "box", title: member.title, stroke: "dash" }
        : { kind: "box", title: member.title, ...(member.letter && { letter: member.letter }) };
    default:
      return { kind: "own" };
  }
}
