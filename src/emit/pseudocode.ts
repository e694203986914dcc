import type { ArrayType } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import { sizeExpression } from "../../shapes/print.ts";
import { type Size, symbol, symbolsOf } from "../../shapes/size.ts";
import type { AxisTerm, Document, Port, Statement } from "../document/document.ts";
import { print } from "../language/print.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { arrayTypes } from "./array-types.ts";

/**
 * The canonical text with a shape on every name and without what was arranged by hand. It reads
 * back as the same diagram and is printed the same again.
 */
export function emitPseudocode(document: Document, typed: TypedDiagram): string {
  // Blank lines in front of the layout section go with it.
  const last = document.trailing.findLastIndex((line) => line !== "");
  const trailing = document.trailing.slice(0, last + 1);
  const top = shapeBody(document.statements, "", typed);
  const statements = top.map((statement) =>
    statement.kind === "block"
      ? {
          ...statement,
          outputs: shapeOutputs(statement.outputs, statement.name, typed),
          body: shapeBody(statement.body, statement.name, typed),
        }
      : statement,
  );
  const { layoutTrailing: _, ...drawn } = document;
  return print({ ...drawn, statements, trailing, layout: [] });
}

/** Gives shapes to the statements of one definition. */
function shapeBody(
  statements: readonly Statement[],
  block: string,
  typed: TypedDiagram,
): readonly Statement[] {
  const definition = typed.definitions.get(block);
  if (definition === undefined) return statements;
  const types = arrayTypes(definition);
  const said = new Set<string>(definition.inputs.flatMap(({ type }) => names(type)));
  return statements.map(shapeStatement);

  function shapeStatement(statement: Statement): Statement {
    switch (statement.kind) {
      case "array":
        return { ...statement, results: statement.results.map(shapePort) };
      case "each":
      case "carry":
      case "collect":
        return { ...statement, port: shapePort(statement.port) };
      case "repeat":
      case "scan":
        return { ...statement, body: statement.body.map(shapeStatement) };
      default:
        return statement;
    }
  }

  function shapePort(port: Port): Port {
    const type = types.get(port.name);
    if (port.shape !== undefined || type === undefined) {
      for (const term of port.shape ?? []) if (term.kind === "axis") said.add(term.name);
      return port;
    }
    return { ...port, shape: type.shape.map(axisTerm) };
  }

  // The size is said where the axis appears first, unless its name says it.
  function axisTerm({ name, size }: Axis): AxisTerm {
    const first = !said.has(name);
    said.add(name);
    const own = size === symbol(name) || size === symbol(`${name}#${block}`);
    const says = first && !own && isWritable(size, block);
    return { kind: "axis", name, ...(says && { size: sizeExpression(size) }) };
  }
}

function shapeOutputs(ports: readonly Port[], block: string, typed: TypedDiagram): readonly Port[] {
  const outputs = typed.definitions.get(block)?.outputs ?? [];
  return ports.map((port, i) => {
    const value = outputs[i];
    if (port.shape !== undefined || value === undefined || value.poisoned === true) return port;
    return { ...port, shape: value.type.shape.map(({ name }) => ({ kind: "axis", name })) };
  });
}

// What only the solver knows, or another block, has no name here.
function isWritable(size: Size, block: string): boolean {
  return [...symbolsOf(size)].every((name) => {
    const [, owner = block] = name.split("#");
    return owner === block;
  });
}

function names({ shape }: ArrayType): readonly string[] {
  return shape.map(({ name }) => name);
}
