import { memo, type ReactNode } from "react";
import type { Mark } from "../../draw/mark.ts";
import type { Point, Segment } from "../../draw/path.ts";
import { pathText } from "../../draw/path-text.ts";
import { bundleMarks } from "../../scene/bundle-marks.ts";
import type { Scene, SceneBundle, SceneNode } from "../../scene/scene.ts";
import { Halos } from "../follow/follow-layer.tsx";
import { useEditor } from "../store.ts";
import { GlyphDefinitions, Marks } from "./marks.tsx";

/** Every mark of a scene in the order of painting. */
export function allMarks(scene: Scene): readonly Mark[] {
  return [...scene.plates, ...scene.nodes.flatMap((node) => node.marks), ...scene.labels];
}

/**
 * What runs between the nodes, below them: plates, halos, strands, dashes, labels. It takes no
 * pointer events; `scene-index.ts` finds strands by geometry.
 */
export const Wires = memo(function Wires({ scene }: { readonly scene: Scene }) {
  return (
    <svg className="wires" width="1" height="1" aria-hidden="true">
      <GlyphDefinitions marks={allMarks(scene)} />
      <Marks marks={scene.plates} />
      <Halos scene={scene} />
      <Strands scene={scene} />
      <Arrays scene={scene} />
      <SelectedStrands scene={scene} />
      <g className="dashes">
        <Marks marks={scene.dashes} />
      </g>
      <g className="labels">
        <Marks marks={scene.labels} />
      </g>
    </svg>
  );
});

/** The strands between the slabs. */
export const Strands = memo(function Strands({ scene }: { readonly scene: Scene }) {
  return (
    <g className="near">
      {scene.bundles.map((bundle, at) => (
        <Marks key={bundleKey(bundle, at)} marks={bundleMarks(bundle)} />
      ))}
    </g>
  );
});

/** Far away every array is one line: the middle strand of each bundle, on through the slabs. */
export const Arrays = memo(function Arrays({ scene }: { readonly scene: Scene }) {
  return (
    <g className="far">
      {scene.bundles.map((bundle, at) => {
        const middle = bundle.strands[Math.floor(bundle.strands.length / 2)];
        return <Marks key={bundleKey(bundle, at)} marks={middle?.points ?? []} />;
      })}
      {scene.nodes.map((node) => (
        <Marks key={node.id} marks={middleStrands(node)} />
      ))}
    </g>
  );
});

/** The strands of a slab that begin or end at the middle of one of its arrays. */
function middleStrands({ marks, ports }: SceneNode): readonly Mark[] {
  const ends = ports.map((port) => ({ x: port.x, y: middleOf(port.heights) }));
  return marks.filter((mark) => {
    if (mark.kind !== "strand") return false;
    return ends.some((end) => [mark.path[0], mark.path.at(-1)].some((part) => isAt(part, end)));
  });
}

function isAt(segment: Segment | undefined, { x, y }: Point): boolean {
  if (segment === undefined || !("to" in segment)) return false;
  return Math.abs(segment.to.x - x) < 1 && Math.abs(segment.to.y - y) < 1;
}

function middleOf(heights: readonly number[]): number {
  return heights[Math.floor(heights.length / 2)] ?? 0;
}

/** The strands of the selected array or axis, over the others. */
export function SelectedStrands({ scene }: { readonly scene: Scene }): ReactNode {
  const selection = useEditor((state) => state.selection);
  if (selection.kind !== "array" && selection.kind !== "strand") return null;
  const strands = scene.bundles
    .filter((bundle) => bundle.path === selection.path && bundle.array === selection.array)
    .flatMap((bundle) => bundle.strands);
  return (
    <g className="selected-strands">
      {strands.map((strand, at) => {
        const whole = selection.kind === "array" || selection.axis === strand.axis;
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: strands of one array, in order
            key={`${strand.axis} ${at}`}
            className={whole ? "strand picked" : "strand beside"}
            d={strand.points.map((mark) => ("path" in mark ? pathText(mark.path) : "")).join("")}
          />
        );
      })}
    </g>
  );
}

function bundleKey(bundle: SceneBundle, at: number): string {
  return `${bundle.path} ${bundle.array} ${at}`;
}

/** A scene as one still picture: all of it, or its beginning up to `widest` user units. */
export const StillPicture = memo(function StillPicture({
  scene,
  title,
  widest,
}: {
  readonly scene: Scene;
  readonly title: string;
  readonly widest: number;
}) {
  const { x, y, width, height } = scene.bounds;
  return (
    <svg
      className="still"
      viewBox={`${x} ${y} ${Math.min(width, widest)} ${height}`}
      role="img"
      aria-label={title}
      preserveAspectRatio={width > widest ? "xMinYMid meet" : "xMidYMid meet"}
    >
      <GlyphDefinitions marks={allMarks(scene)} />
      <Marks marks={scene.plates} />
      <Strands scene={scene} />
      {scene.nodes.map((node) => (
        <Marks key={node.id} marks={node.marks} />
      ))}
      <Marks marks={scene.dashes} />
      <Marks marks={scene.labels} />
    </svg>
  );
});
