import { create } from "zustand";
import type { Problem } from "../../editor/problems.ts";
import { problemsAt } from "../../editor/problems-at.ts";
import type { Reading } from "../../editor/reading.ts";
import { pathOf, type Selection } from "../../editor/selection.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { useFrame } from "../frame-store.ts";
import { problemsOf, useEditor } from "../store.ts";

/** The problem whose card is open on the canvas. */
interface ProblemCard {
  readonly shown: { readonly node: string; readonly by: "key" | "pointer" } | undefined;
}

/** The store of the card that explains a problem. */
export const useProblemCard = create<ProblemCard>()(() => ({ shown: undefined }));

/** The errors that stand at a node of the picture, or else those that it takes part in. */
export function problemsOfNode(reading: Reading, node: SceneNode): readonly Problem[] {
  return problemsAt(reading, problemsOf(reading), node);
}

/** The node that a selection is, or whose result it is. */
export function selectedNode({ scene }: Reading, selection: Selection): SceneNode | undefined {
  if (selection.kind === "diagram") return undefined;
  if (selection.kind === "operation") return scene.nodes.find(({ id }) => id === selection.id);
  return scene.nodes.find(
    ({ id, kind, ports }) =>
      kind !== "copy" &&
      pathOf(id) === selection.path &&
      ports.some(({ side, array }) => side === "out" && array === selection.array),
  );
}

/** Opens the card of what is wrong at what is selected; closes it where nothing is. */
export function explainSelected(by: "key" | "pointer"): void {
  const { reading, selection } = useEditor.getState();
  const node = reading && selectedNode(reading, selection);
  const isWrong = reading !== undefined && node && problemsOfNode(reading, node).length > 0;
  useProblemCard.setState({ shown: isWrong ? { node: node.id, by } : undefined });
  if (isWrong || by !== "key") return;
  const says = "Nothing is wrong at what is selected. F8 goes to a problem.";
  useFrame.getState().say(says);
  useFrame.getState().showNotice({ says });
}

/** Closes the card. */
export function closeProblemCard(): void {
  useProblemCard.setState({ shown: undefined });
}
