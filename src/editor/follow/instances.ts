import { blockOfPanel } from "../../scene/panel-path.ts";
import type { SceneId } from "../../scene/scene.ts";
import type { TypedDefinition, TypedDiagram, TypedNode } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";

/** A call of a block. */
export type CallNode = Extract<TypedNode, { kind: "call" }>;
/** A repeat or a scan. */
export type LoopNode = Extract<TypedNode, { kind: "loop" }>;

/** One use of a definition: the main figure, one diagram of several, or what one call calls. Loops have the axes around them. */
export interface Instance {
  /** The scene id of the call, without loops inside of it; `""` for the main figure. */
  readonly path: SceneId;
  readonly definition: TypedDefinition;
  /** The call, and the instance that it stands in. */
  readonly call?: CallNode;
  readonly around?: Instance;
  /** Loops inside of the definition that the path goes on into, outermost first. */
  readonly loops: readonly LoopNode[];
}

/** The use of a definition that a path of calls and loops leads to, whether it is drawn open or not. */
export function instanceAt(typed: TypedDiagram, path: SceneId): Instance | undefined {
  let here: Instance = { path: "", definition: typed.main, loops: [] };
  let walked = "";
  for (const step of path === "" ? [] : path.split(">")) {
    walked = joinPath(walked, step);
    const block = blockOfPanel(walked);
    const panel = block === undefined ? undefined : typed.definitions.get(block);
    if (panel !== undefined) {
      here = { path: walked, definition: panel, loops: [] };
      continue;
    }
    const node = indexDefinition(here.definition).nodes.get(step);
    if (node?.kind === "loop") {
      here = { ...here, loops: [...here.loops, node] };
    } else if (node?.kind === "call") {
      here = { path: walked, definition: node.definition, call: node, around: here, loops: [] };
    } else {
      return undefined;
    }
  }
  return here;
}

/** The instance without the loops that its path goes into. */
export function outsideLoops(instance: Instance): Instance {
  return instance.loops.length === 0 ? instance : { ...instance, loops: [] };
}

/** The path of the body that an instance stands for, loops included. */
export function bodyPath({ path, loops }: Instance): SceneId {
  return loops.reduce((before, loop) => joinPath(before, loop.id), path);
}

/** A path with one more step. */
export function joinPath(path: SceneId, step: string): SceneId {
  return path === "" ? step : `${path}>${step}`;
}

/** A node with the loops of its definition that it stands in, outermost first. */
export interface PlacedNode {
  readonly node: TypedNode;
  readonly loops: readonly LoopNode[];
}

const nodeLists = new WeakMap<TypedDefinition, readonly PlacedNode[]>();

/** Every node of a definition, each loop before its body; listed once for each definition. */
export function nodesIn(definition: TypedDefinition): readonly PlacedNode[] {
  const known = nodeLists.get(definition);
  if (known !== undefined) return known;
  const placed: PlacedNode[] = [];
  const visit = (nodes: readonly TypedNode[], loops: readonly LoopNode[]): void => {
    for (const node of nodes) {
      placed.push({ node, loops });
      if (node.kind === "loop") visit(node.nodes, [...loops, node]);
    }
  };
  visit(definition.nodes, []);
  nodeLists.set(definition, placed);
  return placed;
}

const nodeMaps = new WeakMap<TypedDefinition, ReadonlyMap<TypedNode, PlacedNode>>();

/** A node of a definition with the loops around it. */
export function placedIn(definition: TypedDefinition, node: TypedNode): PlacedNode | undefined {
  const known = nodeMaps.get(definition);
  if (known !== undefined) return known.get(node);
  const placed = new Map(nodesIn(definition).map((each) => [each.node, each]));
  nodeMaps.set(definition, placed);
  return placed.get(node);
}

/** The scene id of a node of an instance. */
export function sceneIdOf(instance: Instance, { node, loops }: PlacedNode): SceneId {
  return joinPath(bodyPath({ ...instance, loops }), node.id);
}

/** The use of a definition that a call of an instance makes. */
export function instanceOf(instance: Instance, placed: PlacedNode, call: CallNode): Instance {
  return {
    path: sceneIdOf(instance, placed),
    definition: call.definition,
    call,
    around: { ...instance, loops: placed.loops },
    loops: [],
  };
}
