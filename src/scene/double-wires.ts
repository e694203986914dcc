import type { Axis } from "../../shapes/axis.ts";
import { nameTex } from "../../shapes/name-tex.ts";
import type { TypedDefinition, TypedDiagram, TypedNode, Value } from "../typing/diagram.ts";
import { mapBrackets, mapCrossing } from "../typing/mapped.ts";
import { type Groups, wholeGroups } from "./whole-groups.ts";

/**
 * The diagram as it is drawn: of the axes of a `multi` only the first is left, which stands for all
 * of them as one double wire. What every operation takes whole stays in `multis`; the rest is drawn
 * axis by axis.
 */
export function withDoubleWires(diagram: TypedDiagram): TypedDiagram {
  const definitions = [...diagram.definitions.values(), diagram.main];
  if (!definitions.some(({ multis }) => multis !== undefined)) return diagram;
  const folding = new Folding(wholeGroups(definitions));
  return {
    ...diagram,
    main: folding.definition(diagram.main),
    definitions: new Map(
      [...diagram.definitions].map(([name, each]) => [name, folding.definition(each)]),
    ),
  };
}

/** The axes that a strand stands for, by the axis that it is named by. */
export function doubleAxes({ multis }: TypedDefinition): ReadonlyMap<string, readonly string[]> {
  return new Map([...(multis ?? [])].map(([, axes]) => [axes[0] ?? "", axes]));
}

/** Folds each definition once, and what is shared by its nodes once. */
class Folding {
  private readonly groups: ReadonlyMap<TypedDefinition, Groups>;
  private readonly done = new Map<TypedDefinition, TypedDefinition>();

  constructor(groups: ReadonlyMap<TypedDefinition, Groups>) {
    this.groups = groups;
  }

  definition(whole: TypedDefinition): TypedDefinition {
    const known = this.done.get(whole);
    if (known !== undefined) return known;
    const multis = this.groups.get(whole) ?? new Map();
    const hidden = new Set([...multis.values()].flatMap((axes) => axes.slice(1)));
    const { multis: _, ...rest } = whole;
    const values = new Map<Value, Value>();
    const fold = new BodyFolding(hidden, values, (callee) => this.definition(callee));
    const folded: TypedDefinition = {
      ...rest,
      inputs: whole.inputs.map((value) => fold.value(value)),
      outputs: whole.outputs.map((value) => fold.value(value)),
      nodes: whole.nodes.map((node) => fold.node(node)),
      ...(multis.size > 0 && { multis }),
    };
    this.done.set(whole, folded);
    return folded;
  }
}

/** Leaves the hidden axes out of everything in the body of one definition. */
class BodyFolding {
  private readonly hidden: ReadonlySet<string>;
  private readonly values: Map<Value, Value>;
  private readonly definition: (callee: TypedDefinition) => TypedDefinition;

  constructor(
    hidden: ReadonlySet<string>,
    values: Map<Value, Value>,
    definition: (callee: TypedDefinition) => TypedDefinition,
  ) {
    this.hidden = hidden;
    this.values = values;
    this.definition = definition;
  }

  value(value: Value): Value {
    const known = this.values.get(value);
    if (known !== undefined) return known;
    const shape = this.axes(value.type.shape);
    const folded =
      shape.length === value.type.shape.length
        ? value
        : { ...value, type: { ...value.type, shape } };
    this.values.set(value, folded);
    return folded;
  }

  node(node: TypedNode): TypedNode {
    const ends = {
      operands: node.operands.map((value) => this.value(value)),
      results: node.results.map((value) => this.value(value)),
    };
    switch (node.kind) {
      case "op":
        return {
          ...node,
          ...ends,
          call: { ...node.call, ...mapBrackets(node.call, (axes) => this.axes(axes)) },
          consumed: node.consumed.map((names) => names.filter((name) => !this.hidden.has(name))),
        };
      case "call":
        return {
          ...node,
          ...ends,
          definition: this.definition(node.definition),
          bindings: new Map([...node.bindings].filter(([, outer]) => !this.hidden.has(outer))),
        };
      case "loop":
        return {
          ...node,
          ...ends,
          crossings: node.crossings.map((crossing) =>
            mapCrossing(crossing, (value) => this.value(value)),
          ),
          nodes: node.nodes.map((inner) => this.node(inner)),
        };
      default:
        return { ...node, ...ends };
    }
  }

  private axes(axes: readonly Axis[]): readonly Axis[] {
    const left = axes.filter(({ name }) => !this.hidden.has(name));
    return left.length === axes.length ? axes : left;
  }
}

/** Bold and overlined as published; the number of axes in front where it is not two. */
export function doubleTex(name: string, axes: readonly string[]): string {
  const [, stem = name, primes = ""] = /^(.*?)('*)$/.exec(name) ?? [];
  // The low bar, so that a prime beside it stays below the dashed line above.
  const barred = nameTex(`${stem}_bar${primes}`).replace("\\overline", "\\bar");
  const tex = `\\mathbf{${barred}}`;
  return axes.length === 2 ? tex : `{}^{${axes.length}}${tex}`;
}
