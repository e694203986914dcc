import type { AxisTerm, Document, Expression, NodeId } from "../../document/document.ts";
import type { TypedDiagram, TypedNode } from "../../typing/diagram.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { findNode, withStatement } from "./document-tree.ts";
import { replaceExpression } from "./expression-tree.ts";

/** How an edit renames axes: what an axis of a definition is called afterwards. */
export type Renaming = (definition: string, axis: string) => string;

type CallNode = Extract<TypedNode, { kind: "call" }>;

const ROUNDS = 6;

/**
 * Writes brackets at calls whose axes would be bound otherwise after an edit than before: binding
 * goes by name, so that renaming can change it. Ids have to be those of the document before.
 */
export function keepBindings(before: TypedDiagram, edited: Document, renaming: Renaming): Document {
  const wanted = new Map<NodeId, ReadonlyMap<string, string>>();
  for (const [definition, { nodes }] of before.definitions) {
    for (const node of callsIn(nodes)) {
      if (node.layer !== undefined || node.wrong === true) continue;
      const bindings = [...node.bindings].map(([port, axis]): [string, string] => [
        renaming(node.definition.name, port),
        renaming(definition, axis),
      ]);
      wanted.set(node.id, new Map(bindings));
    }
  }
  let current = edited;
  if (wanted.size === 0) return current;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = corrected(current, wanted);
    if (next === current) break;
    current = next;
  }
  return current;
}

function corrected(
  document: Document,
  wanted: ReadonlyMap<NodeId, ReadonlyMap<string, string>>,
): Document {
  const found = new Map<NodeId, TypedNode>();
  for (const { nodes } of inferDiagram(document).definitions.values()) {
    for (const node of allNodes(nodes)) found.set(node.id, node);
  }
  let current = document;
  for (const [id, bindings] of wanted) {
    const node = found.get(id);
    const now = node?.kind === "call" ? node.bindings : new Map<string, string>();
    const off = [...bindings].filter(([port, axis]) => now.get(port) !== axis);
    if (off.length > 0 && node !== undefined) current = withBindings(current, id, off);
  }
  return current;
}

function withBindings(
  document: Document,
  id: NodeId,
  bindings: readonly (readonly [port: string, axis: string])[],
): Document {
  const found = findNode(document, id);
  if (found?.expression?.kind !== "call") return document;
  const call = found.expression;
  const targets = call.brackets?.targets ?? [];
  const missing = bindings.filter(
    ([port, axis]) => !targets.some((term) => bindsTo(term, port, axis)),
  );
  if (missing.length === 0) return document;
  const kept = targets.filter(
    (term) => term.kind !== "axis" || !missing.some(([port]) => port === term.name),
  );
  const terms = missing.map(
    ([port, axis]): AxisTerm =>
      port === axis
        ? { kind: "axis", name: port }
        : { kind: "axis", name: port, size: { kind: "name", name: axis } },
  );
  const brackets = { options: [], ...call.brackets, targets: [...kept, ...terms] };
  const made: Expression = { ...call, brackets };
  return withStatement(
    document,
    found.path,
    replaceExpression(found.statement, id, () => made),
  );
}

function bindsTo(term: AxisTerm, port: string, axis: string): boolean {
  if (term.kind !== "axis" || term.name !== port) return false;
  return term.size === undefined
    ? port === axis
    : term.size.kind === "name" && term.size.name === axis;
}

function callsIn(nodes: readonly TypedNode[]): readonly CallNode[] {
  return allNodes(nodes).filter((node) => node.kind === "call");
}

function allNodes(nodes: readonly TypedNode[]): readonly TypedNode[] {
  return nodes.flatMap((node) => (node.kind === "loop" ? [node, ...allNodes(node.nodes)] : [node]));
}
