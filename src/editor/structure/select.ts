import type { NodeId } from "../../document/document.ts";
import type { TypedDefinition, TypedNode, Value, ValueId } from "../../typing/diagram.ts";
import type { EditContext } from "../edit.ts";

/** Every operation of a definition, loops as well as what stands in them. */
export function selectAll(context: EditContext, definition: string): ReadonlySet<NodeId> {
  return new Set(flowOf(context, definition).nodes.map(({ id }) => id));
}

/** The nodes and all that they are made of. */
export function selectUpstream(
  context: EditContext,
  definition: string,
  nodes: Iterable<NodeId>,
): ReadonlySet<NodeId> {
  return reached(flowOf(context, definition).makers, nodes);
}

/** The nodes and all that is made of them. */
export function selectDownstream(
  context: EditContext,
  definition: string,
  nodes: Iterable<NodeId>,
): ReadonlySet<NodeId> {
  return reached(flowOf(context, definition).readers, nodes);
}

/** The nodes and what lies on a way from one of them to another. */
export function selectBetween(
  context: EditContext,
  definition: string,
  nodes: Iterable<NodeId>,
): ReadonlySet<NodeId> {
  const chosen = [...nodes];
  const { makers, readers } = flowOf(context, definition);
  const below = reached(readers, chosen);
  return new Set([...reached(makers, chosen)].filter((id) => below.has(id)));
}

/** Every operation that takes or gives an array with the axis. */
export function selectWithAxis(
  context: EditContext,
  definition: string,
  axis: string,
): ReadonlySet<NodeId> {
  const has = ({ type }: Value) => type.shape.some(({ name }) => name === axis);
  const { nodes } = flowOf(context, definition);
  const found = nodes.filter(({ operands, results }) => [...operands, ...results].some(has));
  return new Set(found.map(({ id }) => id));
}

/** Who makes what whom reads, inside one definition and through the walls of its loops. */
interface Flow {
  readonly nodes: readonly TypedNode[];
  readonly makers: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
  readonly readers: ReadonlyMap<NodeId, ReadonlySet<NodeId>>;
}

const flows = new WeakMap<TypedDefinition, Flow>();

const NO_FLOW: Flow = { nodes: [], makers: new Map(), readers: new Map() };

function flowOf({ typed }: EditContext, name: string): Flow {
  const definition = typed.definitions.get(name);
  if (definition === undefined) return NO_FLOW;
  const known = flows.get(definition);
  if (known !== undefined) return known;
  const flow = traceFlow(definition);
  flows.set(definition, flow);
  return flow;
}

function traceFlow(definition: TypedDefinition): Flow {
  const nodes: TypedNode[] = [];
  const makers = new Map<NodeId, Set<NodeId>>();
  const readers = new Map<NodeId, Set<NodeId>>();
  /** What an array inside a loop is outside its wall, by the id that it has inside. */
  const outside = new Map<ValueId, Value>();
  const ids = new Set<NodeId>();
  const link = (from: NodeId, to: NodeId): void => {
    if (!ids.has(from)) return;
    makers.set(to, (makers.get(to) ?? new Set()).add(from));
    readers.set(from, (readers.get(from) ?? new Set()).add(to));
  };
  const makerOf = (value: Value): NodeId => {
    const before = outside.get(value.id);
    return before === undefined ? value.maker : makerOf(before);
  };
  const visit = (node: TypedNode): void => {
    nodes.push(node);
    ids.add(node.id);
    for (const operand of node.operands) link(makerOf(operand), node.id);
    if (node.kind !== "loop") return;
    for (const crossing of node.crossings) {
      if (crossing.kind === "each") outside.set(crossing.inner.id, crossing.outer);
      if (crossing.kind === "carry") outside.set(crossing.inner.id, crossing.start);
    }
    node.nodes.forEach(visit);
    for (const crossing of node.crossings) {
      if (crossing.kind === "carry") link(makerOf(crossing.next), node.id);
      if (crossing.kind === "collect") link(makerOf(crossing.inner), node.id);
    }
  };
  definition.nodes.forEach(visit);
  return { nodes, makers, readers };
}

/** What can be reached from some nodes, those included. */
function reached(
  links: ReadonlyMap<NodeId, ReadonlySet<NodeId>>,
  from: Iterable<NodeId>,
): ReadonlySet<NodeId> {
  const found = new Set(from);
  for (const id of found) for (const next of links.get(id) ?? []) found.add(next);
  return found;
}
