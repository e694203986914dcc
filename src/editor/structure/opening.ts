import type { SizeExpression } from "../../../shapes/expression.ts";
import { type Size, substitute as substituteSize, symbolsOf } from "../../../shapes/size.ts";
import { sizeExpression } from "../../../shapes/write.ts";
import type { Expression, NodeId, Statement } from "../../document/document.ts";
import { walkExpression, walkStatements } from "../../document/parts.ts";
import type { TypedNode, Value } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import type { EditContext } from "../edit.ts";
import { type DefinitionPlace, statementsOf } from "../edits/document-tree.ts";
import { axesUsed, freshAxisName, namesUsed } from "../edits/names.ts";
import { arraysOf, boundaryOf } from "./boundary.ts";
import { spreadAxes } from "./broadcast.ts";
import { callablesOf, freeName } from "./callables.ts";
import { nestedBrackets } from "./nested-bindings.ts";
import { type CallExpression, KEEP, type Substitution } from "./substitute.ts";

export type BlockStatement = Extract<Statement, { kind: "block" }>;
export type CallNode = Extract<TypedNode, { kind: "call" }>;

/** A call of a block and the arrays that go in and come out where it stands. */
export interface Opened {
  readonly block: BlockStatement;
  readonly call: CallExpression;
  readonly node: CallNode;
  /** The definition that the call stands in. */
  readonly place: DefinitionPlace;
  /** Names here of the block's inputs and outputs. */
  readonly ports: ReadonlyMap<string, string>;
  /** Names here of the block's axes that share an axis of the caller with another, as `rolesOf` says. */
  readonly roles: ReadonlyMap<string, string>;
}

/** What the names of the block's body become where its call stands. */
export interface Names {
  readonly substitution: Substitution;
  readonly arrays: ReadonlyMap<string, string>;
  readonly axes: ReadonlyMap<string, string>;
}

/**
 * Puts axes and arrays of the call in place of those of the block; what is the block's own keeps its
 * name, with a prime where that is taken.
 */
export function namesOfBody(context: EditContext, opened: Opened): Names {
  const { document, typed } = context;
  const { block, call, node, place } = opened;
  const takenArrays = new Set([...namesUsed(document, place), ...opened.ports.values()]);
  const { made, saved } = boundaryOf(block.body);
  const arrays = new Map(opened.ports);
  for (const name of made) {
    if (arrays.has(name)) continue;
    const fresh = withPrimes(name, takenArrays);
    arrays.set(name, fresh);
    takenArrays.add(fresh);
  }
  const arraysHere = new Set([...arraysOf(document, place), ...arrays.values()]);
  const there = sizeThere(context, node);
  const axes = axesThere(context, opened, there);
  const extra = extraAxes(opened);
  const callees = layersThere(context, block, place);
  const memories = memoriesThere(context, { saved, place });
  const sizes = firstSizes(context, { node, axes, there });
  const axis = (name: string) => axes.get(name) ?? name;
  const size = (name: string): SizeExpression | undefined => {
    if (axes.has(name)) return { kind: "name", name: axis(name) };
    return there(typed.sizes.get(name)?.size);
  };
  const isArray = (name: string) => made.has(name) || opened.ports.has(name);
  const given = (call.brackets?.targets ?? []).filter(
    (term) => term.kind === "axis" && term.size !== undefined && !node.bindings.has(term.name),
  );
  const calls = nestedCalls(node);
  const substitution: Substitution = {
    ...KEEP,
    array: (name) => arrays.get(name) ?? name,
    axis,
    size,
    callee: (name) => callees.get(name) ?? name,
    memory: (name) => memories.get(name) ?? name,
    isArray,
    isArrayThere: (name) => arraysHere.has(name),
    isBlock: (callee) => typed.definitions.has(callee) || callablesOf(document).has(callee),
    extraAxes: (name) => extra.get(name) ?? [],
    sizeOfAxis: (name) => {
      const found = sizes.get(name);
      sizes.delete(name);
      return found;
    },
    bracketsOf: (inner) => {
      const found = calls.get(inner.id);
      if (found === undefined) return undefined;
      const operands = inner.args.map(({ value }) => axesBesides(value, extra));
      const sized = (written: SizeExpression) =>
        written.kind === "name"
          ? (size(written.name) ?? ({ kind: "name", name: axis(written.name) } as const))
          : written;
      return nestedBrackets({
        call: inner,
        node: found,
        axis,
        extra: operands,
        size: sized,
        given,
      });
    },
  };
  return { substitution, arrays, axes };
}

/**
 * A call may give two axes of a block one axis, which are two in its body: all but one, the one that
 * comes out again, then have names of their own.
 */
export function rolesOf(
  { document, typed }: EditContext,
  { node, place }: { readonly node: CallNode; readonly place: DefinitionPlace },
): ReadonlyMap<string, string> {
  const { inputs, outputs } = node.definition;
  const names = (values: readonly Value[]) =>
    new Set(values.flatMap(({ type }) => type.shape.map(({ name }) => name)));
  const leaving = names(outputs);
  const ports = [...names(inputs)].toSorted(
    (a, b) => Number(leaving.has(b)) - Number(leaving.has(a)),
  );
  const taken = new Set([...axesUsed(document, typed, place), ...typed.sizes.keys()]);
  const kept = new Set<string>();
  const roles = new Map<string, string>();
  for (const port of ports) {
    const here = node.bindings.get(port) ?? port;
    if (kept.has(here)) {
      const fresh = freshAxisName(port, taken);
      roles.set(port, fresh);
      taken.add(fresh);
    } else kept.add(here);
  }
  return roles;
}

function withPrimes(name: string, taken: ReadonlySet<string>): string {
  let fresh = name;
  while (taken.has(fresh)) fresh = `${fresh}'`;
  return fresh;
}

/** A size of the block as the call makes it, where that is another and can be written. */
function sizeThere(
  { typed }: EditContext,
  node: CallNode,
): (size: Size | undefined) => SizeExpression | undefined {
  return (size) => {
    if (size === undefined || node.sizes === undefined) return undefined;
    const there = substituteSize(size, (name) => node.sizes?.get(name));
    const symbols = [...symbolsOf(there)];
    const isKnown = (name: string) =>
      isWritable(name) && !name.endsWith(`#${node.definition.name}`);
    if (there === size || !symbols.every(isKnown)) return undefined;
    return sizeExpression(there, [...typed.sizes.keys()]);
  };
}

/** Symbols that only the solver knows have a number behind their definition. */
function isWritable(name: string): boolean {
  return !/#.*[.]/.test(name);
}

function axesThere(
  { document, typed }: EditContext,
  { node, place, roles }: Opened,
  there: (size: Size | undefined) => SizeExpression | undefined,
): ReadonlyMap<string, string> {
  const taken = new Set(axesUsed(document, typed, place));
  const axes = new Map<string, string>();
  for (const [name, { axis }] of node.definition.axes) {
    const bound = roles.get(name) ?? node.bindings.get(name);
    const isFile = axis.size === typed.sizes.get(name)?.size;
    const isAnother = isFile && there(axis.size) !== undefined;
    const fresh = bound ?? freshAxisName(name, isAnother ? new Set([...taken, name]) : taken);
    if (fresh !== name) axes.set(name, fresh);
    taken.add(fresh);
  }
  return axes;
}

/** Sizes that new names of axes do not say: given once, where the axis is first written. */
function firstSizes(
  { typed }: EditContext,
  {
    node,
    axes,
    there,
  }: {
    readonly node: CallNode;
    readonly axes: ReadonlyMap<string, string>;
    readonly there: (size: Size | undefined) => SizeExpression | undefined;
  },
): Map<string, SizeExpression> {
  const sizes = new Map<string, SizeExpression>();
  for (const [name, { axis }] of node.definition.axes) {
    if (!axes.has(name) || node.bindings.has(name)) continue;
    const isOwn = [...symbolsOf(axis.size)].some((symbol) => symbol.includes("#"));
    const size =
      there(axis.size) ?? (isOwn ? undefined : sizeExpression(axis.size, [...typed.sizes.keys()]));
    const isNamed = axis.size === typed.sizes.get(name)?.size && there(axis.size) === undefined;
    if (isNamed) sizes.set(name, { kind: "name", name });
    else if (size !== undefined) sizes.set(name, size);
  }
  return sizes;
}

/** What arguments have besides the axes that their ports bind goes through all that is made of them. */
function extraAxes({ block, node }: Opened): ReadonlyMap<string, readonly string[]> {
  const given = block.inputs.map((port, at): readonly [string, readonly string[]] => {
    const bound = new Set(
      node.definition.inputs[at]?.type.shape.map(({ name }) => node.bindings.get(name) ?? name),
    );
    const axes = node.operands[at]?.type.shape.map(({ name }) => name) ?? [];
    return [port.name, axes.filter((axis) => !bound.has(axis))];
  });
  return spreadAxes(block.body, new Map(given));
}

function axesBesides(
  value: Expression,
  extra: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const axes = new Set<string>();
  walkExpression(value, (part) => {
    if (part.kind === "name") for (const axis of extra.get(part.name) ?? []) axes.add(axis);
  });
  return [...axes];
}

function layersThere(
  { document }: EditContext,
  block: BlockStatement,
  place: DefinitionPlace,
): ReadonlyMap<string, string> {
  const taken = new Set(callablesOf(document));
  const here = new Set(
    statementsOf(document, place).flatMap(({ statement }) =>
      statement.kind === "layer" ? [statement.name] : [],
    ),
  );
  const layers = new Map<string, string>();
  walkStatements(block.body, (line) => {
    if (line.kind !== "layer" || !here.has(line.name)) return;
    const name = freeName(line.name, taken);
    layers.set(line.name, name);
    taken.add(name);
  });
  return layers;
}

function memoriesThere(
  { document }: EditContext,
  { saved, place }: { readonly saved: ReadonlySet<string>; readonly place: DefinitionPlace },
): ReadonlyMap<string, string> {
  const taken = new Set(
    statementsOf(document, place).flatMap(({ statement }) =>
      statement.kind === "save" ? [statement.memory] : [],
    ),
  );
  return new Map([...saved].map((name) => [name, withPrimes(name, taken)]));
}

function nestedCalls({ definition }: CallNode): ReadonlyMap<NodeId, CallNode> {
  const calls = new Map<NodeId, CallNode>();
  for (const [id, node] of indexDefinition(definition).nodes) {
    if (node.kind === "call") calls.set(id, node);
  }
  return calls;
}
