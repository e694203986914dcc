import type { LayoutLine } from "../document/document.ts";
import type { TypedDefinition, TypedDiagram, TypedNode } from "../typing/diagram.ts";
import { nameAround } from "./name-around.ts";
import { blockOfPanel } from "./panel-path.ts";
import type { SceneId } from "./scene.ts";

type CallNode = Extract<TypedNode, { kind: "call" }>;

/** One use of a definition in a picture, with the call that it is the inside of. */
interface Use {
  readonly definition: TypedDefinition;
  readonly call?: CallNode;
  readonly around?: Use;
}

/**
 * Tells whether an axis at a call path stands out: by its own name in its definition, or because it is
 * bound to one that does where its block is called.
 */
export function haloAxes(
  layout: readonly LayoutLine[],
  diagram: TypedDiagram,
): (path: SceneId, axis: string) => boolean {
  const wanted = new Set(
    layout.flatMap((line) =>
      line.kind === "halo" && line.of === "axis" ? [`${line.block}/${line.name}`] : [],
    ),
  );
  const uses = new Map<SceneId, Use>([["", { definition: diagram.main }]]);
  const findUse = (path: SceneId): Use | undefined => {
    const known = uses.get(path);
    if (known !== undefined) return known;
    const use = nextUse(path, diagram, findUse);
    if (use !== undefined) uses.set(path, use);
    return use;
  };
  const isWanted = ({ definition, call, around }: Use, axis: string): boolean => {
    if (wanted.has(`${definition.name}/${axis}`)) return true;
    const outside = call && nameAround(call, axis);
    return outside !== undefined && around !== undefined && isWanted(around, outside);
  };
  return (path, axis) => {
    const use = wanted.size === 0 ? undefined : findUse(path);
    return use !== undefined && isWanted(use, axis);
  };
}

/** The use one step further than the one that it stands in; the body of a loop is of the same use. */
function nextUse(
  path: SceneId,
  { definitions }: TypedDiagram,
  findUse: (path: SceneId) => Use | undefined,
): Use | undefined {
  const block = blockOfPanel(path);
  const panel = block === undefined ? undefined : definitions.get(block);
  if (panel !== undefined) return { definition: panel };
  const cut = path.lastIndexOf(">");
  const around = findUse(path.slice(0, Math.max(0, cut)));
  if (around === undefined) return undefined;
  const call = callIn(around.definition.nodes, path.slice(cut + 1));
  return call === undefined ? around : { definition: call.definition, call, around };
}

function callIn(nodes: readonly TypedNode[], id: string): CallNode | undefined {
  for (const node of nodes) {
    if (node.kind === "call" && node.id === id) return node;
    const inner = node.kind === "loop" ? callIn(node.nodes, id) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
