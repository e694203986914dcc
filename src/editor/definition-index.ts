import type { NodeId } from "../document/document.ts";
import type { TypedDefinition, TypedDiagram, TypedNode, Value } from "../typing/diagram.ts";

/** What can be looked up in one definition, bodies of its loops included. */
export interface DefinitionIndex {
  readonly nodes: ReadonlyMap<NodeId, TypedNode>;
  /** Values by their name, or by their id where they have none. */
  readonly values: ReadonlyMap<string, Value>;
  /** By value id: the nodes that take it, in order. */
  readonly uses: ReadonlyMap<string, readonly TypedNode[]>;
}

const indexes = new WeakMap<TypedDefinition, DefinitionIndex>();

/** The index of a definition, made once for each. */
export function indexDefinition(definition: TypedDefinition): DefinitionIndex {
  const known = indexes.get(definition);
  if (known !== undefined) return known;
  const index = build(definition);
  indexes.set(definition, index);
  return index;
}

/** The index of the definition that holds a node, also in a body of a loop. */
export function indexAround(
  { definitions }: Pick<TypedDiagram, "definitions">,
  node: NodeId,
): DefinitionIndex | undefined {
  for (const definition of definitions.values()) {
    const index = indexDefinition(definition);
    if (index.nodes.has(node)) return index;
  }
  return undefined;
}

function build(definition: TypedDefinition): DefinitionIndex {
  const nodes = new Map<NodeId, TypedNode>();
  const values = new Map<string, Value>();
  const named = new Map<string, Value>();
  const uses = new Map<string, TypedNode[]>();
  const hold = (value: Value): void => {
    values.set(value.id, value);
    if (value.name !== undefined && !named.has(value.name)) named.set(value.name, value);
  };
  const visit = (node: TypedNode): void => {
    nodes.set(node.id, node);
    node.results.forEach(hold);
    for (const operand of new Set(node.operands)) {
      if (!values.has(operand.id)) hold(operand);
      uses.set(operand.id, [...(uses.get(operand.id) ?? []), node]);
    }
    if (node.kind !== "loop") return;
    for (const crossing of node.crossings) {
      if ("inner" in crossing) hold(crossing.inner);
    }
    node.nodes.forEach(visit);
  };
  definition.inputs.forEach(hold);
  definition.nodes.forEach(visit);
  // A carry has one name inside of its loop and after it; the name is the id of what it is after it.
  return { nodes, values: new Map([...named, ...values]), uses };
}
