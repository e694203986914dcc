import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Shape } from "../../shapes/axis.ts";
import { parseShape } from "../../shapes/parse-shape.ts";
import { printSize } from "../../shapes/print.ts";
import { explain } from "../../shapes/problem.ts";
import { constant, symbol } from "../../shapes/size.ts";
import { SizeSolver } from "../../shapes/solve.ts";
import { agreeOnAxes, axisNamed, unifyShapes } from "../../shapes/unify.ts";

function shape(text: string): Shape {
  const parsed = parseShape(text);
  if (!parsed.ok) throw new RangeError(parsed.complaint.says);
  return parsed.value;
}

function solverOf(...flexible: readonly string[]): SizeSolver {
  return new SizeSolver((name) => flexible.includes(name));
}

/** What unifying the two shapes says, with these names flexible. */
function unify(actual: string, expected: string, flexible = ""): string | undefined {
  const solver = solverOf(...flexible.split(" "));
  const problem = unifyShapes(solver, { actual: shape(actual), expected: shape(expected) }, "wire");
  return problem && explain(problem);
}

/** Shapes with axes among x, y and z that have one of these sizes. */
function shapeOf(...sizes: readonly string[]): fc.Arbitrary<string> {
  const axis = fc.tuple(fc.constantFrom("x", "y", "z"), fc.constantFrom(...sizes));
  return fc
    .uniqueArray(axis, { maxLength: 3, selector: ([name]) => name })
    .map((axes) => `[${axes.map((parts) => parts.join("")).join(" ")}]`);
}

const PLAIN_SIZES = ["", "=a", "=b", "=4", "=n", "=n+1"];
const plainShape = shapeOf(...PLAIN_SIZES);
/** Sizes such as 2·a are solved by halving another, which depends on what comes first. */
const anyShape = shapeOf(...PLAIN_SIZES, "=2*a", "=a*b");

describe("unifying shapes", () => {
  it("changes nothing when it fails", () => {
    fc.assert(
      fc.property(anyShape, anyShape, anyShape, anyShape, (first, second, left, right) => {
        const solver = solverOf("a", "b", "x");
        unifyShapes(solver, { actual: shape(first), expected: shape(second) }, "first");
        const before = solver.settle();
        const pair = { actual: shape(left), expected: shape(right) };
        const failed = unifyShapes(solver, pair, "second") !== undefined;
        if (failed) expect(solver.settle()).toEqual(before);
        else {
          const again = solver.settle();
          expect(unifyShapes(solver, pair, "second")).toBeUndefined();
          expect(solver.settle().sizes).toEqual(again.sizes);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("refutes an axis by what a later one binds", () => {
    const says = unify("[y z=a*b x=4]", "[y=a z=b x=b]", "a b");
    expect(says).toBe(
      "The axis `z` would have to be `4·y` and 4 at once. For `y` = 2 they are 8 and 4.",
    );
  });

  it("does not depend on the order of axes, nor on which shape is which", () => {
    fc.assert(
      fc.property(plainShape, plainShape, (left, right) => {
        const turned = `[${left.slice(1, -1).split(" ").reverse().join(" ")}]`;
        const fails = [
          unify(left, right, "a b"),
          unify(turned, right, "a b"),
          unify(right, left, "a b"),
        ].map((problem) => problem !== undefined);
        expect(new Set(fails).size).toBe(1);
      }),
      { numRuns: 300 },
    );
  });

  it("binds sizes by the names of axes", () => {
    const solver = solverOf("p", "q");
    const pair = { actual: shape("[k=p y]"), expected: shape("[y=q k=64]") };
    expect(unifyShapes(solver, pair, "wire")).toBeUndefined();
    expect(solver.resolve(symbol("p"))).toBe(constant(64));
    expect(printSize(solver.resolve(symbol("q")))).toBe("y");
  });

  it.each([
    ["[y h]", "[y x h]", "`[y h]` lacks the axis `x` of `[y x h]`."],
    ["[y x h]", "[y h]", "`[y x h]` has an axis `x` that `[y h]` lacks."],
    [
      "[t=seq]",
      "[t]",
      "The axis `t` would have to be `seq` and `t` at once. For `seq` = 1 and `t` = 2 they are 1 and 2.",
    ],
    ["[c=20 y]", "[y c=22]", "The axis `c` would have to be 20 and 22 at once."],
    [
      "[c=2*v]",
      "[c=7]",
      "The axis `c` would have to be `2·v` and 7 at once. 7 is not divisible by 2, so `v` would not be whole.",
    ],
  ])("says why %s is not %s", (actual, expected, says) => {
    expect(unify(actual, expected, "v")).toBe(says);
  });

  it("leaves what depends on rounding to the values", () => {
    expect(unify("[W=2*ceil(W/2)]", "[W]")).toBeUndefined();
  });

  it("finds an axis that stands twice in one shape", () => {
    const twice = [...shape("[y x]"), ...shape("[y]")];
    const problem = agreeOnAxes(solverOf(), [twice], "wire");
    expect(problem && explain(problem)).toBe("`[y x y]` has the axis `y` twice.");
  });

  it("lets shapes agree on the axes that they share", () => {
    const solver = solverOf("a");
    expect(agreeOnAxes(solver, [shape("[b t=a]"), shape("[t=5 d]")], "add")).toBeUndefined();
    expect(solver.resolve(symbol("a"))).toBe(constant(5));
    const problem = agreeOnAxes(solver, [shape("[t=a]"), shape("[]"), shape("[t=6]")], "add");
    expect(problem?.kind).toBe("sizes differ");
  });

  it("finds an axis by its name", () => {
    expect(axisNamed(shape("[__=1]".replace("__", "constructor")), "constructor")?.size).toBe(
      constant(1),
    );
    expect(axisNamed(shape("[x]"), "__proto__")).toBeUndefined();
  });
});
