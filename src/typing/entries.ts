import type { Entries } from "../../shapes/array-type.ts";
import type { Place } from "../document/diagnostic.ts";
import type { Port } from "../document/document.ts";
import { type Checking, report } from "./checking.ts";
import { nearestName } from "./nearest.ts";
import { sizeNamed, sizeNames } from "./scope.ts";
import { unknownSize } from "./shape-messages.ts";

/** The kind of entries that a port writes down, if it does. */
export function entriesOf(port: Port): Entries | undefined {
  const of = port.entries?.of;
  if (of === undefined) return undefined;
  return of === "real" || of === "int" || of === "bool"
    ? { kind: of }
    : { kind: "index", axis: of };
}

/** Reports an `of NAME` whose name is neither an axis nor a size. */
export function checkEntries(checking: Checking, port: Port, place: Place): void {
  const entries = entriesOf(port);
  if (entries?.kind !== "index") return;
  const { scope } = checking;
  if (sizeNamed(scope, entries.axis, [])) return;
  const nearest = nearestName(entries.axis, sizeNames(scope, []));
  report(
    checking,
    unknownSize(
      `There is no axis or size named \`${entries.axis}\`.`,
      { name: entries.axis },
      nearest,
    ),
    place,
  );
}

/** Whether a port of one kind takes entries of another; truth values and whole numbers are numbers. */
export function entriesFit(checking: Checking, port: Entries, given: Entries): boolean {
  if (port.kind === "index" || given.kind === "index") {
    if (port.kind !== "index" || given.kind !== "index") return false;
    return port.axis === given.axis || samePositions(checking, port.axis, given.axis);
  }
  return port.kind === given.kind || port.kind === "real";
}

/** Positions along a size that is no axis fit every axis of that size, as `of v` does for `ids[t] of v`. */
function samePositions(checking: Checking, left: string, right: string): boolean {
  const { scope } = checking;
  if (scope.axes.has(left) && scope.axes.has(right)) return false;
  const sizes = [sizeNamed(scope, left, []), sizeNamed(scope, right, [])];
  const [one, other] = sizes.map((size) => size && checking.sizes.resolve(size));
  return one !== undefined && one === other;
}
