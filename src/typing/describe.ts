import type { Axis } from "../../shapes/axis.ts";
import { printSize } from "../../shapes/print.ts";
import type { Crossing, TypedDefinition, TypedDiagram, TypedNode, Value } from "./diagram.ts";
import { requirementText } from "./requirement.ts";

/** Every definition with its values and nodes, line by line, sizes evaluated where they have numbers. */
export function typesText(diagram: TypedDiagram): string {
  const writer = new TypesWriter(diagram);
  return writer.write();
}

/** `Q[y k h]`, with the size where it is not that of the axis's own name. */
export function valueText(value: Value, order: readonly string[] = []): string {
  const name = value.name ?? value.id;
  const axes = value.type.shape.map((axis) => axisText(axis, order)).join(" ");
  const { entries } = value.type;
  const kind = entries.kind === "index" ? entries.axis : entries.kind;
  const of = kind === "real" ? "" : ` of ${kind}`;
  return `${name}[${axes}]${of}${value.poisoned ? " ?" : ""}`;
}

function axisText({ name, size }: Axis, order: readonly string[]): string {
  const text = printSize(size, order);
  return text === name ? name : `${name}=${text.replaceAll(" ", "")}`;
}

class TypesWriter {
  private readonly lines: string[] = [];
  private readonly diagram: TypedDiagram;
  private readonly order: readonly string[];

  constructor(diagram: TypedDiagram) {
    this.diagram = diagram;
    this.order = [...diagram.sizes.keys()];
  }

  write(): string {
    for (const { name, size, value, from, table } of this.diagram.sizes.values()) {
      const normal = table
        ? `(${table.map((entry) => this.number(entry)).join(", ")})`
        : printSize(size, this.order);
      const is = normal === name ? "" : ` = ${normal}`;
      this.lines.push(`size ${name}${is}${value === undefined ? "" : ` = ${value}`} (${from})`);
    }
    for (const definition of this.diagram.definitions.values()) this.definition(definition);
    return `${this.lines.join("\n")}\n`;
  }

  private definition(definition: TypedDefinition): void {
    if (definition.name === "" && definition.nodes.length === 0) return;
    const inputs = definition.inputs.map((value) => this.value(value)).join(", ");
    const outputs = definition.outputs.map((value) => this.value(value)).join(", ");
    this.lines.push("", `${definition.name || "top"}: ${inputs} -> ${outputs}`);
    for (const node of definition.nodes) this.node(node, "  ");
    for (const requirement of definition.requirements) {
      this.lines.push(`  requires ${requirementText(requirement, this.order)}`);
    }
    for (const { axis } of definition.axes.values()) {
      const value = this.diagram.evaluate(axis.size);
      const is = value === undefined ? "" : ` = ${value}`;
      this.lines.push(`  axis ${axisText(axis, this.order)}${is}`);
    }
  }

  private node(node: TypedNode, indent: string): void {
    const results = node.results.map((value) => this.value(value)).join(", ");
    const operands = node.operands.map(operandText);
    const wrong = node.wrong ? " !" : "";
    const head = `${indent}${results} = `;
    switch (node.kind) {
      case "input":
        this.lines.push(`${indent}input ${results}`);
        return;
      case "weight":
        this.lines.push(`${indent}weight ${results}${node.frozen ? " frozen" : ""}`);
        return;
      case "op":
        this.lines.push(`${head}${node.layer ?? node.op.name}(${operands.join(", ")})${wrong}`);
        return;
      case "call": {
        const bound = [...node.bindings].map(([axis, to]) => `${axis}=${to}`).join(" ");
        const callee = node.layer ?? node.definition.name;
        this.lines.push(`${head}${callee}[${bound}](${operands.join(", ")})${wrong}`);
        return;
      }
      case "box":
        this.lines.push(`${head}box ${node.title}(${operands.join(", ")})${wrong}`);
        return;
      case "loop": {
        const index = node.index === undefined ? "" : ` as ${node.index}`;
        const words = `${node.loop} ${printSize(node.count, this.order)}${index}`;
        const more = `${node.loop === "repeat" && node.shared ? " shared" : ""}${node.reverse ? " reverse" : ""}`;
        this.lines.push(`${indent}${words}${more}: ${results}${wrong}`);
        for (const crossing of node.crossings) this.crossing(crossing, `${indent}  `);
        for (const inner of node.nodes) this.node(inner, `${indent}  `);
      }
    }
  }

  private crossing(crossing: Crossing, indent: string): void {
    switch (crossing.kind) {
      case "each":
        this.lines.push(
          `${indent}each ${this.value(crossing.inner)} in ${operandText(crossing.outer)}`,
        );
        return;
      case "read":
        this.lines.push(`${indent}read ${operandText(crossing.outer)}`);
        return;
      case "collect":
        this.lines.push(
          `${indent}collect ${this.value(crossing.outer)} from ${operandText(crossing.inner)}`,
        );
        return;
      case "carry": {
        const ends = `from ${operandText(crossing.start)} to ${operandText(crossing.next)}`;
        this.lines.push(`${indent}carry ${this.value(crossing.inner)} ${ends}`);
      }
    }
  }

  private value(value: Value): string {
    return valueText(value, this.order);
  }

  private number(size: Axis["size"]): string {
    return this.diagram.evaluate(size)?.toString() ?? printSize(size, this.order);
  }
}

function operandText(value: Value): string {
  return value.scalar === undefined ? (value.name ?? value.id) : `{${value.scalar}}`;
}
