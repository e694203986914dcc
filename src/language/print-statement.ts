import { printSizeExpression } from "../../shapes/print-expression.ts";
import type { Port, SizeDefinition, Statement, WeightPort } from "../document/document.ts";
import { printAxis, printPort } from "./print-axes.ts";
import { printExpression, printLayerValue } from "./print-expression.ts";

/** The canonical text of a statement's own line, without comments and body. */
export function printStatementLine(statement: Statement): string {
  switch (statement.kind) {
    case "size":
      return `size ${statement.sizes.map(printSizeDefinition).join(", ")}`;
    case "require": {
      const sides = [statement.left, statement.right].map(printSizeExpression);
      return `require ${sides.join(` ${statement.relation} `)}`;
    }
    case "multi":
      return `multi ${statement.name} = ${statement.axes.join(" ")}`;
    case "input":
    case "output":
      return `${statement.kind} ${printPorts(statement.ports)}`;
    case "weight":
      return `weight ${statement.ports.map(printWeightPort).join(", ")}`;
    case "layer": {
      const frozen = statement.frozen === true ? " frozen" : "";
      return `layer ${statement.name} = ${printLayerValue(statement.value)}${frozen}`;
    }
    case "array":
      return `${printPorts(statement.results)} = ${printExpression(statement.value)}`;
    case "block":
      return `block ${printSignature(statement)}:`;
    case "custom":
      return `custom ${printSignature(statement)}`;
    default:
      return printLoopLine(statement);
  }
}

type LoopStatement = Extract<
  Statement,
  { kind: "repeat" | "scan" | "each" | "carry" | "collect" | "save" | "error" }
>;

function printLoopLine(statement: LoopStatement): string {
  switch (statement.kind) {
    case "repeat": {
      const index = statement.index === undefined ? "" : ` as ${statement.index}`;
      const shared = statement.shared === true ? " shared" : "";
      return `repeat ${printSizeExpression(statement.count)}${index}${shared}:`;
    }
    case "scan":
      return `scan ${printAxis(statement.axis)}${statement.reverse === true ? " reverse" : ""}:`;
    case "each":
      return `each ${printPort(statement.port)} in ${printExpression(statement.from)}`;
    case "carry": {
      const from = printExpression(statement.from);
      return `carry ${printPort(statement.port)} from ${from} to ${printPort(statement.to)}`;
    }
    case "collect":
      return `collect ${printPort(statement.port)} from ${printExpression(statement.from)}`;
    case "save": {
      const memory = `${statement.memory}[${printSizeExpression(statement.index)}]`;
      return `save ${memory} = ${printExpression(statement.value)}`;
    }
    case "error":
      return statement.text;
  }
}

function printPorts(ports: readonly Port[]): string {
  return ports.map(printPort).join(", ");
}

function printSizeDefinition({ name, value, table }: SizeDefinition): string {
  if (table !== undefined) {
    const sizes = table.map(printSizeExpression);
    return `${name} = (${sizes.join(", ")}${sizes.length === 1 ? "," : ""})`;
  }
  return value === undefined ? name : `${name} = ${printSizeExpression(value)}`;
}

function printWeightPort(port: WeightPort): string {
  const frozen = port.frozen === true ? " frozen" : "";
  const start = port.start === undefined ? "" : ` = ${printExpression(port.start)}`;
  return `${printPort(port)}${frozen}${start}`;
}

function printSignature(statement: Statement & { kind: "block" | "custom" }): string {
  const { name, inputs, outputs } = statement;
  return `${name}(${printPorts(inputs)}) -> ${printPorts(outputs)}`;
}
