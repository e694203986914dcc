import type { SizeExpression } from "../../shapes/expression.ts";
import { explain, type SizeProblem } from "../../shapes/problem.ts";
import type { Size } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import type { Place } from "../document/diagnostic.ts";
import type { Loop } from "../document/parts.ts";
import { notGivenYet } from "./absence-messages.ts";
import { type Checking, report } from "./checking.ts";
import type { Message } from "./message.ts";
import { contradiction, noSuchEntry } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { sizeNamed, sizeNames } from "./scope.ts";
import { unknownSize } from "./shape-messages.ts";

/** The size that an expression means at a place; a mistake in it is reported there. */
export function readSizeAt(
  checking: Checking,
  loops: readonly Loop[],
  expression: SizeExpression,
  place: Place,
): Size | undefined {
  const { scope } = checking;
  let reported = false;
  const size = sizeOf(expression, {
    size: (name) => sizeNamed(scope, name, loops),
    table: (name) => scope.table.table(name),
    report: (problem) => {
      if (!reported) report(checking, sizeMessage(problem, sizeNames(scope, loops)), place);
      reported = true;
    },
    openEntry: (table, position, length) => {
      checking.openEntries.push({ table, position, length, loops, place });
    },
    requireDivides: (divisor, dividend) => {
      checking.requirements.push({
        kind: "divides",
        divisor,
        size: dividend,
        says: "the division is exact",
        node: place.node ?? "",
        stated: "division",
      });
    },
  });
  if (!size && !reported) report(checking, notGivenYet("A size"), place);
  return size;
}

/** What is wrong with a size expression, in the words of a diagnostic. */
export function sizeMessage(problem: SizeProblem, known: Iterable<string>): Message {
  const title = explain(problem);
  switch (problem.kind) {
    case "unknown size":
      return unknownSize(title, problem, nearestName(problem.name, known));
    case "unknown table":
      return unknownSize(title, { ...problem, isTable: true }, nearestName(problem.name, known));
    case "table without index":
      return unknownSize(title, { ...problem, isTable: true }, undefined);
    case "no such entry":
      return noSuchEntry(problem.table, problem.position, problem.length);
    default:
      return contradiction(title, []);
  }
}
