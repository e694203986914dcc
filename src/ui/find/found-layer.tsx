import "./find.css";
import { ViewportPortal } from "@xyflow/react";
import { memo, type ReactNode, useMemo } from "react";
import { nameTex } from "../../../shapes/name-tex.ts";
import type { Mark } from "../../draw/mark.ts";
import { type Found, foundParts } from "../../editor/find.ts";
import type { Reading } from "../../editor/reading.ts";
import { indexScene } from "../../editor/scene-index.ts";
import { pathOf } from "../../editor/selection.ts";
import type { Scene } from "../../scene/scene.ts";
import { Marks } from "../canvas/marks.tsx";
import { SelectedStrands } from "../canvas/picture.tsx";
import { toggleCall } from "../canvas/use-pointing.ts";
import { findIn, useFind } from "./find-store.ts";

/** What was found in full ink over the faded picture, and how much is inside of closed blocks. */
export function FoundLayer({ reading }: { readonly reading: Reading }): ReactNode {
  const query = useFind((state) => state.query);
  const found = findIn(reading, query);
  if (found.length === 0) return null;
  return (
    <ViewportPortal>
      <FoundMarks scene={reading.scene} found={found} />
      <svg className="overlay" width="1" height="1" aria-hidden="true">
        <SelectedStrands scene={reading.scene} />
      </svg>
      <InsideChips scene={reading.scene} found={found} />
    </ViewportPortal>
  );
}

const FoundMarks = memo(function FoundMarks({
  scene,
  found,
}: {
  readonly scene: Scene;
  readonly found: readonly Found[];
}) {
  const marks = useMemo(() => marksOf(scene, found), [scene, found]);
  return (
    <svg className="overlay found-marks" width="1" height="1" aria-hidden="true">
      <Marks marks={marks} />
    </svg>
  );
});

function marksOf(scene: Scene, found: readonly Found[]): readonly Mark[] {
  const { nodes, hasStrand, hasAxis, names } = foundParts(scene, found);
  const texts = new Set([...names].map(nameTex));
  const isLabel = (mark: Mark): boolean =>
    mark.kind === "text" && (mark.role === "axis" || mark.role === "array") && texts.has(mark.text);
  const strands = scene.bundles.flatMap((bundle) =>
    bundle.strands
      .filter(({ axis }) => hasStrand(bundle.path, bundle.array, axis))
      .flatMap(({ points }) => points),
  );
  const inSlabs = scene.nodes.flatMap((node) => {
    if (nodes.includes(node)) return node.marks;
    const path = pathOf(node.id);
    return node.marks.filter(
      (mark) => isLabel(mark) || (mark.kind === "strand" && hasAxis(path, mark.axis)),
    );
  });
  return [...strands, ...inSlabs, ...scene.labels.filter(isLabel)];
}

function InsideChips({
  scene,
  found,
}: {
  readonly scene: Scene;
  readonly found: readonly Found[];
}): ReactNode {
  const index = useMemo(() => indexScene(scene), [scene]);
  return found.map(({ selection, inside }) => {
    const node = selection.kind === "operation" ? index.node(selection.id) : undefined;
    if (node === undefined || inside === 0) return null;
    const { x, y } = node.bounds;
    return (
      <button
        key={node.id}
        type="button"
        tabIndex={-1}
        className="found-inside"
        style={{ left: x, top: y }}
        aria-label={`${inside} inside ${node.title}, open it`}
        onClick={(event) => {
          event.stopPropagation();
          if (node.foldable) toggleCall(node);
        }}
      >
        {inside} inside
      </button>
    );
  });
}
