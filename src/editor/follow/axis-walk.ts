import { nameAround } from "../../scene/name-around.ts";
import type { SceneId } from "../../scene/scene.ts";
import type { TypedNode, Value, ValueId } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import { nodeTitle } from "../described.ts";
import { type Selection, selectionKey } from "../selection.ts";
import { type AxisEvent, eventAt } from "./axis-events.ts";
import { hasAxis, nameOfPassing, namesInside, renamedBy } from "./bindings.ts";
import {
  bodyPath,
  type CallNode,
  type Instance,
  instanceAt,
  instanceOf,
  outsideLoops,
  type PlacedNode,
  placedIn,
  sceneIdOf,
} from "./instances.ts";
import {
  beforeLoop,
  intoLoop,
  intoLoopFromItsEnd,
  on,
  outOfLoop,
  type Place,
  type Step,
  slicesAlong,
} from "./loop-steps.ts";
import { openCalls, type View } from "./same-axis.ts";

type Strand = Extract<Selection, { kind: "strand" }>;

/**
 * Where a walk along a strand stops next: at the next operation, with the flow or against it, that
 * does something to the axis, in open blocks and loops too. `undefined` where the axis ends.
 */
export function walkAlong(view: View, from: Strand, way: "left" | "right"): Strand | undefined {
  const body = instanceAt(view.typed, from.path);
  const value = body && valueIn(body, from.array);
  if (body === undefined || value === undefined) return undefined;
  const start: Place = { body, value, axis: from.axis };
  const at =
    from.at === undefined ? undefined : indexDefinition(body.definition).nodes.get(from.at);
  const first = way === "right" ? firstRight(start, at) : firstLeft(start, at);
  const stop = nextStop(view, first, way);
  return stop === undefined || selectionKey(stop) === selectionKey(from) ? undefined : stop;
}

/** What happens to the axis of a strand where a walk stopped: "Softmax: worked along". */
export function stopSays(view: View, { path, axis, at }: Strand): string | undefined {
  const body = instanceAt(view.typed, path);
  const node =
    at === undefined ? undefined : body && indexDefinition(body.definition).nodes.get(at);
  const event = node && eventAt(node, axis);
  return event && node ? `${nodeTitle(node)}: ${event.says}` : undefined;
}

function firstRight(place: Place, at: TypedNode | undefined): readonly Step[] {
  const isBehind = at !== undefined && !at.results.some(({ id }) => id === place.value.id);
  return isBehind ? [] : [{ kind: "on", place }];
}

function firstLeft(place: Place, at: TypedNode | undefined): readonly Step[] {
  const isMaker = at?.results.some(({ id }) => id === place.value.id) === true;
  if (at === undefined || !isMaker) return [{ kind: "on", place }];
  return before(at, place).map((each) => ({ kind: "on", place: each }));
}

function nextStop(view: View, first: readonly Step[], way: "left" | "right"): Strand | undefined {
  const open = openCalls(view.scene);
  const seen = new Set<string>();
  const waiting = [...first].reverse();
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (step.kind === "stop") return strandOf(step);
    const { body, value, axis } = step.place;
    const key = `${bodyPath(body)} ${value.id} ${axis}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const next = way === "right" ? stepsRight(step.place, open) : stepsLeft(step.place, open);
    waiting.push(...[...next].reverse());
  }
  return undefined;
}

function strandOf({ place: { body, value, axis }, at }: Extract<Step, { kind: "stop" }>): Strand {
  const definition = body.definition.name;
  const base = { path: bodyPath(body), definition, array: value.id, axis };
  return { kind: "strand", ...base, ...(at === undefined ? {} : { at: at.id }) };
}

function stepsRight(place: Place, open: ReadonlySet<SceneId>): readonly Step[] {
  const { body, value, axis } = place;
  const takers = inBody(body, indexDefinition(body.definition).uses.get(value.id) ?? []);
  const inside = takers.flatMap((placed) => stepsInto(place, placed, open));
  const last = body.loops.at(-1);
  if (last !== undefined) return [...inside, ...outOfLoop(place, last)];
  const isOutput = body.definition.outputs.map(({ id }) => id === value.id);
  const outside = isOutput.flatMap((is, i): readonly Step[] => {
    if (!is) return [];
    const { call, around } = body;
    if (call === undefined || around === undefined) return [{ kind: "stop", place }];
    const result = call.results[i];
    const name = nameAround(call, axis);
    if (result === undefined || name === undefined) return [];
    return [on(around, result, name)];
  });
  return [...inside, ...outside];
}

function stepsInto(place: Place, placed: PlacedNode, open: ReadonlySet<SceneId>): readonly Step[] {
  const { body, value, axis } = place;
  const { node } = placed;
  if (node.kind === "loop") return intoLoop(place, node);
  if (node.kind === "call" && open.has(sceneIdOf(body, placed))) {
    const inner = instanceOf(body, placed, node);
    return node.operands.flatMap((operand, i): readonly Step[] => {
      const port = node.definition.inputs[i];
      if (operand.id !== value.id || port === undefined) return [];
      return innerNames(node, port, axis).map((name) => on(inner, port, name));
    });
  }
  return after(node, place).map((each) => at(node, each));
}

/** Stops at a node that does something to the axis, else goes on past it. */
function at(node: TypedNode, place: Place): Step {
  const event = eventAt(node, place.axis);
  return isStop(event) ? { kind: "stop", place, at: node } : { kind: "on", place };
}

function isStop(event: AxisEvent | undefined): boolean {
  return event !== undefined && event.kind !== "passes";
}

/** The axis behind a node: in its results, or where it ended. */
function after(node: TypedNode, place: Place): readonly Place[] {
  const { axis } = place;
  const name = renamedBy(node).find(([from]) => from === axis)?.[1] ?? axis;
  const results = node.results.filter((value) => isIn(value, name));
  if (results.length === 0) return [place];
  return results.map((value) => ({ ...place, value, axis: name }));
}

/** The axis in front of a node, in its operands. */
function before(node: TypedNode, place: Place): readonly Place[] {
  const { axis, body } = place;
  if (node.kind === "loop") {
    return slicesAlong(node, axis).map(({ outer }) => ({ body, value: outer, axis }));
  }
  const name = renamedBy(node).find(([, to]) => to === axis)?.[0] ?? axis;
  return node.operands
    .filter((value) => isIn(value, name))
    .map((value) => ({ body, value, axis: name }));
}

/** An axis that goes past a block is in every array on its way, though no shape in there has it. */
function isIn(value: Value, axis: string): boolean {
  return value.scalar === undefined && (axis.startsWith("^") || hasAxis(value, axis));
}

function innerNames(call: CallNode, port: Value, axis: string): readonly string[] {
  const names = namesInside(call, axis).filter((name) => hasAxis(port, name));
  return names.length > 0 ? names : [nameOfPassing(axis)];
}

function stepsLeft(place: Place, open: ReadonlySet<SceneId>): readonly Step[] {
  const { body, value, axis } = place;
  const made = indexDefinition(body.definition).nodes.get(value.maker);
  const makes = made?.results.some(({ id }) => id === value.id) === true;
  const [maker] = made !== undefined && makes ? inBody(body, [made]) : [];
  if (maker !== undefined) return stepsBehind(place, maker, open);
  const last = body.loops.at(-1);
  if (last !== undefined) return beforeLoop(place, last);
  const input = body.definition.inputs.findIndex(({ id }) => id === value.id);
  const { call, around } = body;
  if (input < 0) return [];
  const operand = call?.operands[input];
  const name = call && nameAround(call, axis);
  if (around === undefined || operand === undefined || name === undefined) {
    return [{ kind: "stop", place }];
  }
  return [on(around, operand, name)];
}

/** Into what made the array: an open block or a loop from its end, else past the node or up to it. */
function stepsBehind(
  place: Place,
  placed: PlacedNode,
  open: ReadonlySet<SceneId>,
): readonly Step[] {
  const { body, value, axis } = place;
  const { node } = placed;
  if (node.kind === "loop") return intoLoopFromItsEnd(place, node);
  if (node.kind === "call" && open.has(sceneIdOf(body, placed))) {
    const inner = instanceOf(body, placed, node);
    const port = node.definition.outputs[node.results.findIndex(({ id }) => id === value.id)];
    if (port === undefined) return [];
    return innerNames(node, port, axis).map((name) => on(inner, port, name));
  }
  if (isStop(eventAt(node, axis))) return [{ kind: "stop", place, at: node }];
  return before(node, place).map((each) => ({ kind: "on", place: each }));
}

/** Those that stand in a body itself, not in loops inside or outside of it. */
function inBody(
  { definition, loops }: Instance,
  nodes: readonly TypedNode[],
): readonly PlacedNode[] {
  const last = loops.at(-1);
  return nodes
    .flatMap((node) => placedIn(definition, node) ?? [])
    .filter((each) => each.loops.at(-1) === last);
}

function valueIn(body: Instance, array: ValueId): Value | undefined {
  return indexDefinition(outsideLoops(body).definition).values.get(array);
}
