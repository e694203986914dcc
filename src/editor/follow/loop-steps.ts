import type { Crossing, TypedNode, Value } from "../../typing/diagram.ts";
import { entryOf } from "./bindings.ts";
import type { Instance, LoopNode } from "./instances.ts";

/** One axis of one array in one body: of a definition, or of a loop of it. */
export interface Place {
  readonly body: Instance;
  readonly value: Value;
  readonly axis: string;
}

/** A stop of a walk, or a place to look on from. */
export type Step =
  | { readonly kind: "stop"; readonly place: Place; readonly at?: TypedNode }
  | { readonly kind: "on"; readonly place: Place };

/** Into a loop at its beginning, or to the loop where it takes the axis apart. */
export function intoLoop(place: Place, loop: LoopNode): readonly Step[] {
  const inner: Instance = { ...place.body, loops: [...place.body.loops, loop] };
  return loop.crossings.flatMap((crossing) => throughLeftWall(place, crossing, inner, loop));
}

function throughLeftWall(
  place: Place,
  crossing: Crossing,
  inner: Instance,
  loop: LoopNode,
): readonly Step[] {
  const { value, axis } = place;
  switch (crossing.kind) {
    case "each":
      if (crossing.outer.id !== value.id) return [];
      if (crossing.axis === axis) return [stopAtSlices(place, loop)];
      return [on(inner, crossing.inner, axis)];
    case "carry": {
      if (crossing.start.id !== value.id) return [];
      const pairs = entryOf(crossing.start, crossing.inner);
      return [on(inner, crossing.inner, pairs.find(([from]) => from === axis)?.[1] ?? axis)];
    }
    case "read":
      return crossing.outer.id === value.id ? [on(inner, value, axis)] : [];
    case "collect":
      return [];
  }
}

/** A place to look on from. */
export function on(body: Instance, value: Value, axis: string): Step {
  return { kind: "on", place: { body, value, axis } };
}

/** At the loop that takes the axis apart: on the stack where it is put together again, if it is. */
function stopAtSlices(place: Place, loop: LoopNode): Step {
  const stack = loop.crossings.find((each) => each.kind === "collect" && each.axis === place.axis);
  const value = stack?.kind === "collect" ? stack.outer : place.value;
  return { kind: "stop", place: { ...place, value }, at: loop };
}

/** What a loop takes apart along an axis. */
export function slicesAlong(loop: LoopNode, axis: string) {
  return loop.crossings.flatMap((each) =>
    each.kind === "each" && each.axis === axis ? [each] : [],
  );
}

/** Out of the last loop that a body goes into. */
export function outOfLoop({ body, value, axis }: Place, loop: LoopNode): readonly Step[] {
  const outer = outOf(body);
  return loop.crossings.flatMap((crossing): readonly Step[] => {
    if (crossing.kind === "carry" && crossing.next.id === value.id) {
      return [on(outer, crossing.final, axis)];
    }
    if (crossing.kind === "collect" && crossing.inner.id === value.id) {
      return [on(outer, crossing.outer, axis)];
    }
    return [];
  });
}

/** Into a loop from its end, or to the loop where it stacks along the axis. */
export function intoLoopFromItsEnd({ body, value, axis }: Place, loop: LoopNode): readonly Step[] {
  const inner: Instance = { ...body, loops: [...body.loops, loop] };
  return loop.crossings.flatMap((crossing): readonly Step[] => {
    if (crossing.kind === "carry" && crossing.final.id === value.id) {
      return [on(inner, crossing.next, axis)];
    }
    if (crossing.kind !== "collect" || crossing.outer.id !== value.id) return [];
    if (crossing.axis === axis) return [{ kind: "stop", place: { body, value, axis }, at: loop }];
    return [on(inner, crossing.inner, axis)];
  });
}

/** Out of a loop at its beginning. */
export function beforeLoop(place: Place, loop: LoopNode): readonly Step[] {
  const outer = outOf(place.body);
  return loop.crossings.flatMap((crossing) => backThroughLeftWall(place, crossing, outer));
}

function backThroughLeftWall(place: Place, crossing: Crossing, outer: Instance): readonly Step[] {
  const { value, axis } = place;
  switch (crossing.kind) {
    case "each":
      return crossing.inner.id === value.id ? [on(outer, crossing.outer, axis)] : [];
    case "carry": {
      if (crossing.inner.id !== value.id || crossing.start.scalar !== undefined) return [];
      const pairs = entryOf(crossing.start, crossing.inner);
      return [on(outer, crossing.start, pairs.find(([, to]) => to === axis)?.[0] ?? axis)];
    }
    case "read":
      return crossing.outer.id === value.id ? [on(outer, value, axis)] : [];
    case "collect":
      return [];
  }
}

/** The body around the last loop. */
function outOf(body: Instance): Instance {
  return { ...body, loops: body.loops.slice(0, -1) };
}
