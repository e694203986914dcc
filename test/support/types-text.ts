import type { Entries } from "../../shapes/array-type.ts";
import { printSize } from "../../shapes/print.ts";
import type { TypedDiagram, TypedNode, Value } from "../../src/typing/diagram.ts";

/** Every node of every definition with its types, one line each, and what each size comes to. */
export function typesText(typed: TypedDiagram): string {
  const lines = [...typed.sizes.values()].map(({ name, size, value, from }) =>
    [`size ${name} = ${printSize(size)}`, value ?? "open", from].join("; "),
  );
  for (const definition of typed.definitions.values()) {
    lines.push("", `definition ${definition.name || "of the file"}`);
    lines.push(...definition.nodes.flatMap((node) => nodeLines(node, "  ")));
    lines.push(`  output ${definition.outputs.map(valueText).join(", ")}`);
  }
  for (const { code, severity, title } of typed.diagnostics) {
    lines.push(`${severity} ${code}: ${title}`);
  }
  return `${lines.join("\n")}\n`;
}

function nodeLines(node: TypedNode, indent: string): readonly string[] {
  const results = node.results.map(valueText).join(", ");
  const operands = node.operands.map(({ name, scalar, id }) => name ?? scalar ?? id).join(", ");
  const head = `${indent}${node.id}: ${nodeWord(node)} (${operands}) -> ${results}`;
  return node.kind === "loop"
    ? [head, ...node.nodes.flatMap((inside) => nodeLines(inside, `${indent}  `))]
    : [head];
}

function nodeWord(node: TypedNode): string {
  switch (node.kind) {
    case "op":
      return node.op.name;
    case "call":
      return node.definition.name;
    case "loop":
      return `${node.loop} ${printSize(node.count)}`;
    default:
      return node.kind;
  }
}

function valueText({ name, id, type, scalar, poisoned }: Value): string {
  if (scalar !== undefined) return scalar;
  const axes = type.shape.map(({ name, size }) => `${name}=${printSize(size)}`).join(" ");
  return `${name ?? id}[${axes}] ${entriesText(type.entries)}${poisoned ? " poisoned" : ""}`;
}

function entriesText(entries: Entries): string {
  return entries.kind === "index" ? `of ${entries.axis}` : entries.kind;
}
