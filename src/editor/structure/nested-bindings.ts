import type { SizeExpression } from "../../../shapes/expression.ts";
import type { AxisTerm, Brackets } from "../../document/document.ts";
import { bindAxes } from "../../typing/binding.ts";
import type { TypedNode } from "../../typing/diagram.ts";
import type { CallExpression } from "./substitute.ts";

/** A call inside a block that is taken apart, with what its names become. */
export interface NestedCall {
  readonly call: CallExpression;
  readonly node: Extract<TypedNode, { kind: "call" }>;
  /** New axis names by old ones. */
  readonly axis: (name: string) => string;
  /** Axes that an operand has besides its own. */
  readonly extra: readonly (readonly string[])[];
  readonly size: (size: SizeExpression) => SizeExpression;
  /** Sizes that hold here because the surrounding call gave them. */
  readonly given: readonly AxisTerm[];
}

/** Brackets that bind a nested call as before, or nothing when those it has still do. */
export function nestedBrackets(nested: NestedCall): Brackets | undefined {
  const { call, node, axis } = nested;
  const { definition, bindings } = node;
  const targets = call.brackets?.targets ?? [];
  const wanted = [...bindings].map(([port, here]) => [port, axis(here)] as const);
  const ports = new Set(
    definition.inputs.flatMap(({ type }) => type.shape.map(({ name }) => name)),
  );
  const isAxis = (name: string) => bindings.has(name);
  const written = new Map(
    targets.flatMap((term) => {
      if (term.kind !== "axis" || !ports.has(term.name)) return [];
      const size = term.size === undefined ? undefined : nested.size(term.size);
      return [[term.name, size?.kind === "name" ? size.name : axis(term.name)] as const];
    }),
  );
  const joints = definition.inputs.map((port, at) => ({
    port: port.name ?? "",
    axes: port.type.shape.map(({ name }) => name),
    array: port.name ?? "",
    at: {},
    given: [
      ...(nested.extra[at] ?? []),
      ...(node.operands[at]?.type.shape.map(({ name }) => axis(name)) ?? []),
    ],
  }));
  const bound = bindAxes(definition.name, joints, written);
  const isKept = wanted.every(([port, here]) =>
    ports.has(port)
      ? bound.bindings.get(port) === here
      : axis(bindings.get(port) ?? port) === (bindings.get(port) ?? port),
  );
  const sizes = targets.filter((term) => term.kind === "axis" && !isAxis(term.name));
  const own = new Set(targets.flatMap((term) => (term.kind === "axis" ? [term.name] : [])));
  const given = nested.given.filter(
    (term) => term.kind === "axis" && !own.has(term.name) && !isAxis(term.name),
  );
  if (isKept && bound.message === undefined && given.length === 0) return undefined;
  const axes = wanted.flatMap(([port, here]): readonly AxisTerm[] =>
    port === here ? [] : [{ kind: "axis", name: port, size: { kind: "name", name: here } }],
  );
  const kept = sizes.map((term) =>
    term.kind === "axis" && term.size ? { ...term, size: nested.size(term.size) } : term,
  );
  return { targets: [...axes, ...kept, ...given], options: call.brackets?.options ?? [] };
}
