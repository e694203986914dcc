import type { Axis } from "../../../shapes/axis.ts";
import { multiply, type Size } from "../../../shapes/size.ts";
import type { OpCall } from "../op.ts";

/** The names in the order of the axes. */
export function namesOf(axes: readonly Axis[]): readonly string[] {
  return axes.map((axis) => axis.name);
}

/** How many entries an array of these axes has. */
export function entryCount(axes: readonly Axis[]): Size {
  return multiply(...axes.map((axis) => axis.size));
}

/** Whether one of the axes has the name. */
export function hasAxis(axes: readonly Axis[], name: string): boolean {
  return axes.some((axis) => axis.name === name);
}

/** Whether the brackets of the call name the axis as one that the operation works on. */
export function worksOn({ targets, over }: OpCall, name: string): boolean {
  return hasAxis(targets, name) || hasAxis(over?.axes ?? [], name);
}
