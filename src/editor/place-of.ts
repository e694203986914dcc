import type { NodeId } from "../document/document.ts";
import { isLoop } from "../document/parts.ts";
import type { Scene, SceneNode } from "../scene/scene.ts";
import { allStatements } from "./edits/document-tree.ts";
import type { Reading } from "./reading.ts";

/**
 * The first place in a picture of a node of the document; where it has none of its own (a name, a
 * statement that is drawn by its parts), that of the nearest thing inside or around it.
 */
export function placeOf(scene: Scene, node: NodeId): SceneNode | undefined {
  return (
    scene.nodes.find((each) => each.node === node) ??
    scene.nodes.find((each) => each.node.startsWith(`${node}.`)) ??
    scene.nodes.findLast((each) => node.startsWith(`${each.node}.`))
  );
}

/**
 * What a node of the document is in a picture: its place, the loop whose wall an array passes by its
 * line, or the end that its line stands for; of several ends that of the array in `part`.
 */
export function drawnAs(reading: Reading, node: NodeId, part?: string): SceneNode | undefined {
  return placeOf(reading.scene, loopOf(reading, node) ?? node) ?? endOf(reading, node, part);
}

function loopOf({ document }: Reading, node: NodeId): NodeId | undefined {
  return allStatements(document).find(
    ({ statement }) =>
      isLoop(statement) &&
      statement.body.some(({ id, kind }) => id === node && PASSES_A_WALL.has(kind)),
  )?.statement.id;
}

const PASSES_A_WALL: ReadonlySet<string> = new Set(["each", "carry", "collect"]);

/** The end of the figure that a line stands for: that of an array, else the last one it names. */
function endOf(
  { document, typed, scene }: Reading,
  node: NodeId,
  part: string | undefined,
): SceneNode | undefined {
  const line = document.statements.find(({ id }) => id === node);
  const ends = scene.nodes.filter(({ kind, definition, ports: [port] }) => {
    if (port === undefined) return false;
    if (kind === "output") {
      return line?.kind === "output" && line.ports.some(({ name }) => name === port.array);
    }
    const inputs = typed.definitions.get(definition)?.inputs ?? [];
    return kind === "input" && inputs.find(({ id }) => id === port.array)?.maker === node;
  });
  return ends.find(({ ports: [port] }) => part === `result ${port?.array}`) ?? ends.at(-1);
}
