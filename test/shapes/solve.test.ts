import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printSize } from "../../shapes/print.ts";
import { explain } from "../../shapes/problem.ts";
import { constant, evaluate, symbol } from "../../shapes/size.ts";
import { SizeSolver, solve } from "../../shapes/solve.ts";
import { size } from "../support/sizes.ts";

function solverOf(...flexible: readonly string[]): SizeSolver {
  return new SizeSolver((name) => flexible.includes(name));
}

/** Everything an outcome says, as text that does not depend on order. */
function summary(solver: SizeSolver): unknown {
  const { sizes, requirements, deferred, conflicts } = solver.settle();
  const reasons = (why: ReadonlySet<string>) => [...why].sort().join(" ");
  return {
    sizes: Array.from(sizes, ([name, found]) => `${name} = ${printSize(found)}`).sort(),
    requirements: requirements.map((each) => `${each.kind} ${reasons(each.why)}`).sort(),
    deferred: deferred.map((each) => `${printSize(each.difference)} ${reasons(each.why)}`).sort(),
    conflicts: conflicts.map((each) => `${explain(each)} ${reasons(each.why)}`).sort(),
  };
}

const FLEXIBLE = ["a", "b", "c", "d"];

/** A small equation whose solution is not always given by the normal form. */
const equation = fc
  .tuple(
    fc.constantFrom(...FLEXIBLE, "a*b", "b + c", "2*c", "h*d", "a//2", "c + 3", "k"),
    fc.constantFrom(...FLEXIBLE, "6", "12", "h*k", "2*b", "d - 1", "h", "n//2"),
  )
  .filter(([left, right]) => left !== right);

/** An equation that says the same in every order; products of open names are solved only in some. */
const linearEquation = fc
  .tuple(
    fc.constantFrom(...FLEXIBLE, "b + c", "2*c", "c + 3", "k"),
    fc.constantFrom(...FLEXIBLE, "6", "12", "5*h", "2*b", "d - 1", "h"),
  )
  .filter(([left, right]) => left !== right);

describe("solving for sizes", () => {
  it("leaves nothing to do when every equation is claimed again", () => {
    fc.assert(
      fc.property(fc.array(equation, { maxLength: 5 }), (equations) => {
        const solver = solverOf(...FLEXIBLE);
        for (const [left, right] of equations) solver.equate(size(left), size(right), left);
        fc.pre(solver.settle().conflicts.length === 0);
        const before = solver.settle();
        for (const [left, right] of equations) solver.equate(size(left), size(right), left);
        const after = solver.settle();
        expect(after.sizes).toEqual(before.sizes);
        expect(after.requirements).toEqual(before.requirements);
        expect(after.conflicts).toEqual([]);
        const differences = (outcome: typeof after) =>
          new Set(outcome.deferred.map((each) => each.difference));
        expect(differences(after)).toEqual(differences(before));
      }),
      { numRuns: 300 },
    );
  });

  it("finds only values that solve the equations", () => {
    fc.assert(
      fc.property(fc.array(equation, { maxLength: 4 }), (equations) => {
        const outcome = solve({
          equations: equations.map(([left, right]) => ({
            left: size(left),
            right: size(right),
            why: left,
          })),
          flexible: FLEXIBLE,
          values: new Map([
            ["h", 3n],
            ["k", 8n],
            ["n", 24n],
          ]),
        });
        fc.pre(outcome.conflicts.length === 0);
        const valueFor = (name: string): bigint | undefined => {
          const found = outcome.sizes.get(name);
          return found && evaluate(found, () => undefined);
        };
        for (const [left, right] of equations) {
          const [a, b] = [left, right].map((text) => evaluate(size(text), valueFor));
          if (a !== undefined && b !== undefined) expect(a).toBe(b);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("comes to the same kind of outcome in every order", () => {
    fc.assert(
      fc.property(
        fc
          .array(linearEquation, { minLength: 1, maxLength: 4 })
          .map((equations): readonly (readonly [string, string])[] => [
            ...equations,
            ["h", "3"],
            ["k", "8"],
          ])
          .chain((equations) =>
            fc.tuple(
              fc.constant(equations),
              fc.shuffledSubarray([...equations], { minLength: equations.length }),
            ),
          ),
        ([equations, shuffled]) => {
          const kinds = [equations, shuffled].map((list) => {
            const solver = solverOf(...FLEXIBLE, "h", "k");
            for (const [left, right] of list) solver.equate(size(left), size(right), left);
            return solver.settle().conflicts.length > 0 ? "conflict" : "consistent";
          });
          expect(kinds[0]).toBe(kinds[1]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is as before after a rollback, whatever was claimed in between", () => {
    fc.assert(
      fc.property(
        fc.array(equation, { maxLength: 4 }),
        fc.array(equation, { maxLength: 4 }),
        (first, second) => {
          const solver = solverOf(...FLEXIBLE);
          for (const [left, right] of first) solver.equate(size(left), size(right), left);
          const before = summary(solver);
          const mark = solver.mark();
          for (const [left, right] of second) {
            solver.equate(size(left), size(right), right);
            solver.divides(size(left), size(right), right);
            solver.atLeast(size(left), size(right), right);
          }
          solver.rollback(mark);
          expect(summary(solver)).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a solver of sizes", () => {
  it("binds the newest flexible name and resolves sizes at once", () => {
    const solver = solverOf("m", "f");
    expect(solver.equate(symbol("m"), size("h*k"), "m = h*k")).toBeUndefined();
    solver.equate(symbol("f"), size("4*m"), "f = 4*m");
    expect(printSize(solver.resolve(symbol("f")))).toBe("4·h·k");
    expect(solver.reasonsFor(symbol("f"))).toEqual(new Set(["f = 4*m", "m = h*k"]));
    expect(solver.isOpen("f")).toBe(false);
    expect(solver.isOpen("h")).toBe(false);
  });

  it("hands back the conflict of a claim with everything that it rests on", () => {
    const solver = solverOf("y", "x");
    solver.equate(symbol("y"), symbol("x"), "the addition");
    solver.equate(symbol("x"), constant(20), "input E");
    const conflict = solver.equate(symbol("y"), constant(22), "input X");
    expect(conflict?.kind).toBe("unequal");
    expect(conflict?.why).toEqual(new Set(["the addition", "input E", "input X"]));
  });

  it("takes reasons of any kind", () => {
    const solver = new SizeSolver<{ readonly line: number }>(() => true);
    const reason = { line: 3 };
    solver.equate(symbol("n"), constant(4), reason);
    expect([...solver.reasonsFor(symbol("n"))]).toEqual([reason]);
  });

  it("wakes a parked equation when one of its names is bound", () => {
    const solver = solverOf("a", "b", "c");
    solver.equate(size("a*b"), size("c"), "e1");
    solver.equate(size("a*b"), constant(12), "e2");
    expect(solver.settle().deferred).toHaveLength(1);
    solver.equate(symbol("a"), constant(4), "e3");
    expect(printSize(solver.resolve(symbol("b")))).toBe("3");
    expect(solver.settle().deferred).toEqual([]);
  });

  it("intersects what several roundings leave for one name", () => {
    const solver = solverOf("n");
    solver.equate(size("n//2"), constant(16), "e1");
    expect(solver.settle().deferred[0]?.range).toEqual({ name: "n", low: 32n, high: 33n });
    solver.equate(size("ceil(n/3)"), constant(11), "e2");
    expect(solver.settle().deferred[0]?.range).toEqual({ name: "n", low: 32n, high: 33n });
    solver.equate(size("(n+1)//2"), constant(17), "e3");
    expect(printSize(solver.resolve(symbol("n")))).toBe("33");
    expect(solver.settle().deferred).toEqual([]);
  });

  it("finds that no value is left between roundings", () => {
    const solver = solverOf("n");
    solver.equate(size("n//2"), constant(16), "e1");
    const conflict = solver.equate(size("n//3"), constant(20), "e2");
    expect(conflict).toEqual({ kind: "no value", name: "n", why: new Set(["e1", "e2"]) });
  });

  it("takes whole roots, and no others", () => {
    const solver = solverOf("g");
    const mark = solver.mark();
    solver.equate(size("g*g"), constant(196), "e1");
    expect(printSize(solver.resolve(symbol("g")))).toBe("14");
    solver.rollback(mark);
    expect(solver.equate(size("3*g^2"), constant(36), "e2")?.kind).toBe("no value");
  });

  it("keeps what it cannot decide as a divisibility", () => {
    const solver = solverOf();
    solver.equate(size("2*ceil(W/2)"), symbol("W"), "skip");
    const [deferred] = solver.settle().deferred;
    expect(deferred?.rigid).toBe(true);
    expect(deferred?.requires).toEqual({ divisor: constant(2), dividend: symbol("W") });
  });

  it("drops an equation that follows from a claimed divisibility", () => {
    const solver = solverOf();
    solver.equate(size("2*ceil(W/2)"), symbol("W"), "skip");
    solver.divides(constant(2), symbol("W"), "require");
    expect(solver.settle().deferred).toEqual([]);
    const compound = solverOf();
    compound.equate(size("2*((h*k)//2)"), size("h*k"), "skip");
    compound.divides(constant(2), size("h*k"), "require");
    expect(compound.settle().deferred).toEqual([]);
    const shifted = solverOf();
    shifted.equate(size("4*((n+3)//4)"), size("n + 3"), "skip");
    shifted.divides(constant(4), size("n + 3"), "require");
    expect(shifted.settle().deferred).toEqual([]);
  });

  it("refutes divisibilities that cannot hold together", () => {
    const solver = solverOf("a", "b", "c", "d");
    solver.equate(size("h*d"), size("a"), "first");
    solver.equate(size("2*c"), size("h"), "second");
    expect(solver.settle().conflicts).toEqual([]);
    solver.equate(size("a*b"), size("b"), "third");
    const [conflict, ...others] = solver.settle().conflicts;
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({
      kind: "not divisible",
      divisor: size("h"),
      dividend: size("1"),
    });
    expect(conflict?.why).toEqual(new Set(["third", "first", "second"]));
  });

  it("hides requirements that hold, and refutes those that cannot", () => {
    const solver = solverOf("n");
    solver.divides(constant(2), size("2*n + 4"), "even");
    solver.atLeast(size("n + 2"), constant(3), "kernel");
    solver.atLeast(symbol("n"), constant(3), "wide");
    expect(solver.settle().requirements).toEqual([
      { kind: "at least", size: symbol("n"), least: constant(3), why: new Set(["wide"]) },
    ]);
    solver.divides(constant(2), size("2*n + 1"), "odd");
    solver.equate(symbol("n"), constant(2), "two");
    const { requirements, conflicts } = solver.settle();
    expect(requirements).toEqual([]);
    expect(conflicts.map((each) => explain(each))).toEqual([
      "5 is not divisible by 2.",
      "2 would have to be at least 3.",
    ]);
    expect(conflicts.map((each) => each.why)).toEqual([
      new Set(["odd", "two"]),
      new Set(["wide", "two"]),
    ]);
  });

  it("requires of a bound name that its size is at least 1", () => {
    const solver = solverOf("k");
    solver.equate(symbol("k"), size("n - 4"), "valid");
    const { requirements } = solver.settle();
    expect(requirements).toEqual([
      { kind: "at least", size: symbol("n"), least: constant(5), why: new Set(["valid"]) },
    ]);
  });

  it("finds equations that hold for no values", () => {
    const solver = solverOf("a");
    expect(solver.equate(size("a*a + n*n + 1"), constant(0), "sum")?.kind).toBe("never equal");
    const negative = solver.equate(size("2*a + n"), constant(0), "negative");
    expect(negative && explain(negative)).toBe(
      "`a` would have to be `⌊n/2⌋ - n`, but every size is at least 1.".replace(
        "⌊n/2⌋ - n",
        "-n + ⌊n/2⌋",
      ),
    );
    const parity = solver.equate(size("2*a*a"), size("4*n*m + 1"), "parity");
    expect(parity && explain(parity)).toBe("1 is not divisible by 2.");
  });

  it("defers what grows too large to be worked with", () => {
    const solver = solverOf("a");
    const wide = size(Array.from({ length: 26 }, (_, at) => `x${at}`).join(" + "));
    solver.equate(size("(a + b)^40"), size("c"), "power");
    expect(solver.equate(symbol("a"), wide, "wide")).toBeUndefined();
    expect(solver.resolve(symbol("a"))).toBe(wide);
    expect(solver.resolve(size("(a + b)^40"))).toBe(size("(a + b)^40"));
    expect(solver.settle().deferred.map((each) => [...each.why])).toEqual([["power", "wide"]]);
  });

  it("refuses a mark from the future", () => {
    const solver = solverOf("a");
    expect(() => solver.rollback(7)).toThrow("Mark 7 lies after the newest change, 0.");
  });
});
