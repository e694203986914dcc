import type { NodeId } from "../../document/document.ts";
import type { Rect } from "../../draw/path.ts";
import { describe } from "../../editor/described.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import type { Removal } from "../../editor/edits/remove-one.ts";
import type { Reading } from "../../editor/reading.ts";
import { DIAGRAM, type Selection, selectionKey } from "../../editor/selection.ts";
import { plural } from "../../editor/speech.ts";
import { boundsOf, boundsOfNode, type Direction, selectNode, walk } from "../../editor/walk.ts";
import type { Scene, SceneId, SceneNode } from "../../scene/scene.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** Selects nodes beside the selection, in the place of those before. */
function selectMore(ids: readonly SceneId[]): void {
  const { select, selection } = useEditor.getState();
  select(selection, ids);
  useFrame.getState().say(`${plural(ids.length + 1, "thing")} selected.`);
}

/** Selects nodes of the picture in the place of what was selected; with none, nothing. */
export function selectNodes(nodes: readonly SceneNode[]): void {
  const [first, ...rest] = nodes;
  const { select } = useEditor.getState();
  if (first === undefined) {
    select(DIAGRAM);
    return;
  }
  select(selectNode(first));
  selectMore(rest.map(({ id }) => id));
}

/** Adds nodes to what is selected. */
export function selectAlso(nodes: readonly SceneNode[]): void {
  const { selection, more: held } = useEditor.getState();
  if (selection.kind === "diagram") {
    selectNodes(nodes);
    return;
  }
  const key = selectionKey(selection);
  const others = nodes.filter((node) => selectionKey(selectNode(node)) !== key);
  selectMore([...new Set([...held, ...others.map(({ id }) => id)])]);
}

/** Adds a node to what is selected, or takes it out again. */
export function toggleSelected({ scene }: Reading, node: SceneNode): void {
  const { selection, more: ids } = useEditor.getState();
  if (selectionKey(selectNode(node)) === selectionKey(selection)) {
    selectNodes(scene.nodes.filter(({ id }) => ids.includes(id)));
  } else if (ids.includes(node.id)) selectMore(ids.filter((id) => id !== node.id));
  else selectAlso([node]);
}

/** How many steps along the flow are taken to come to the next operation: array, then operation. */
const STEPS = 3;

/** Takes the next operation in a direction in, from the one that was taken in last. */
export function extendSelection({ scene }: Reading, direction: Direction): void {
  const { selection, more: ids } = useEditor.getState();
  const last = scene.nodes.find((node) => node.id === ids.at(-1));
  let at = last === undefined ? selection : selectNode(last);
  for (let step = 0; step < STEPS; step++) {
    at = walk(scene, at, direction);
    const here = at;
    if (here.kind !== "operation") continue;
    const isHeld = ids.includes(here.id) || selectionKey(here) === selectionKey(selection);
    if (!isHeld) selectMore([...ids, here.id]);
    return;
  }
}

/** All that is selected, first what everything shows. */
export function selectedThings(scene: Scene): readonly Selection[] {
  const { selection, more } = useEditor.getState();
  return [selection, ...moreThings(scene, more)];
}

/** The selections of nodes of a picture. */
export function moreThings(scene: Scene, ids: readonly SceneId[]): readonly Selection[] {
  return scene.nodes.filter(({ id }) => ids.includes(id)).map(selectNode);
}

/** The parts of a picture that are selected. */
export function selectedBounds(scene: Scene): readonly Rect[] {
  const { selection, more: ids } = useEditor.getState();
  const own = boundsOf(scene, selection);
  const more = scene.nodes.filter(({ id }) => ids.includes(id));
  return [...(own === undefined ? [] : [own]), ...more.map((node) => boundsOfNode(scene, node))];
}

/** The lines and operations of the document that are selected, each once. */
export function selectedNodes(reading: Reading): readonly NodeId[] {
  return [...new Set(removalsOf(reading).map(({ node }) => node))];
}

/** What deleting the selection deletes. */
export function removalsOf(reading: Reading): readonly Removal[] {
  const { selection, more: ids } = useEditor.getState();
  const more = ids.flatMap((id) => {
    const node = reading.scene.nodes.find((each) => each.id === id);
    return node === undefined ? [] : ofNode(node, reading);
  });
  return [...ofSelection(selection, reading), ...more];
}

function ofSelection(selection: Selection, reading: Reading): readonly Removal[] {
  if (selection.kind === "diagram") return [];
  if (selection.kind === "operation") {
    const scene = reading.scene.nodes.find((node) => node.id === selection.id);
    return scene === undefined ? [{ node: selection.node }] : ofNode(scene, reading);
  }
  return ofArray(selection, reading);
}

function ofNode(scene: SceneNode, reading: Reading): readonly Removal[] {
  const [port] = scene.ports;
  if (port !== undefined && (scene.kind === "input" || scene.kind === "source")) {
    const { definition } = scene;
    return ofArray({ kind: "array", path: "", definition, array: port.array }, reading);
  }
  if (port !== undefined && scene.kind === "output") {
    const line = reading.document.statements.find(
      (each) => each.kind === "output" && each.ports.some(({ name }) => name === port.array),
    );
    return line === undefined ? [] : [{ node: line.id }];
  }
  return [{ node: scene.node }];
}

/** An array goes with what makes it; one of several of a line goes alone. */
function ofArray(
  selection: Extract<Selection, { kind: "array" | "strand" }>,
  reading: Reading,
): readonly Removal[] {
  const value = describe(selection, reading)?.value;
  const found = value && findNode(reading.document, value.maker);
  if (value === undefined || found === undefined) return [];
  const { statement } = found;
  const isOne =
    statement.kind === "block" ||
    ((statement.kind === "input" || statement.kind === "weight") && statement.ports.length > 1);
  return [{ node: value.maker, ...(isOne && value.name !== undefined && { array: value.name }) }];
}
