import type { Axis, Shape } from "./axis.ts";
import { Cursor, type Reading, reading } from "./cursor.ts";
import { readTightSize } from "./parse.ts";
import { explain, type SizeProblem } from "./problem.ts";
import { constant, type Size, symbol } from "./size.ts";
import { sizeOf } from "./size-of.ts";

/**
 * Reads a whole text as one shape: `[b t=2*n 3]`. An axis without a size has the size that `sizeOfName`
 * gives for its name; a number is an axis named by its size.
 */
export function parseShape(
  text: string,
  sizeOfName: (name: string) => Size | undefined = symbol,
): Reading<Shape> {
  return reading(() => {
    const cursor = new Cursor(text);
    cursor.skipSpaces();
    cursor.expect("[", "before the axes");
    const axes: Axis[] = [];
    for (;;) {
      cursor.skipSpaces();
      if (cursor.take("]")) break;
      const start = cursor.position;
      const axis = readAxis(cursor, sizeOfName);
      if (axes.some(({ name }) => name === axis.name)) {
        cursor.complain(`The axis \`${axis.name}\` stands here a second time.`, start);
      }
      axes.push(axis);
    }
    cursor.expectEnd("of the shape");
    return axes;
  });
}

function readAxis(cursor: Cursor, sizeOfName: (name: string) => Size | undefined): Axis {
  const start = cursor.position;
  const digits = cursor.takeDigits();
  if (digits !== undefined) return { name: digits, size: constant(BigInt(digits)) };
  const name = cursor.expectName("an axis name", ["]"]);
  const expression = cursor.take("=") ? readTightSize(cursor) : ({ kind: "name", name } as const);
  let problem: SizeProblem | undefined;
  const size = sizeOf(expression, {
    size: sizeOfName,
    report: (reported) => {
      problem ??= reported;
    },
  });
  if (size !== undefined) return { name, size };
  return cursor.complain(
    problem === undefined ? "A size is missing here." : explain(problem),
    start,
  );
}
