import fc from "fast-check";
import type { SizeExpression } from "../../shapes/expression.ts";

const NAMES = ["n", "m", "k"] as const;

const name: fc.Arbitrary<SizeExpression> = fc.constantFrom(
  ...NAMES.map((text): SizeExpression => ({ kind: "name", name: text })),
);

function number(min: number, max: number): fc.Arbitrary<SizeExpression> {
  return fc.integer({ min, max }).map((value) => ({ kind: "number", value: BigInt(value) }));
}

/** Divisors that are positive whatever the names stand for. */
const divisor: fc.Arbitrary<SizeExpression> = fc.oneof(
  { weight: 4, arbitrary: number(1, 6) },
  { weight: 1, arbitrary: name },
  {
    weight: 1,
    arbitrary: fc.tuple(name, fc.constantFrom("+", "*"), fc.oneof(name, number(1, 4))).map(
      ([left, operator, right]): SizeExpression => ({
        kind: "binary",
        operator: operator as "+" | "*", // one of the two just above
        left,
        right,
      }),
    ),
  },
);

/** Expressions over n, m, k that have a value for all values ≥ 1, with rounding at every depth. */
export const roundingExpression: fc.Arbitrary<SizeExpression> = fc.letrec<{
  any: SizeExpression;
}>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthIdentifier: "size" },
    fc.oneof(name, number(0, 7)),
    polynomialStep(tie("any")),
    fc
      .tuple(fc.constantFrom<"//" | "%">("//", "%"), tie("any"), divisor)
      .map(
        ([operator, left, right]): SizeExpression => ({ kind: "binary", operator, left, right }),
      ),
    fc.tuple(fc.constantFrom<"ceil" | "floor">("ceil", "floor"), tie("any"), divisor).map(
      ([callee, left, right]): SizeExpression => ({
        kind: "call",
        callee,
        args: [{ kind: "binary", operator: "/", left, right }],
      }),
    ),
    fc
      .tuple(
        fc.constantFrom<"min" | "max">("min", "max"),
        fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
      )
      .map(([callee, args]): SizeExpression => ({ kind: "call", callee, args })),
  ),
})).any;

/** Expressions over n, m, k whose normal form is a polynomial. */
export const polynomialExpression: fc.Arbitrary<SizeExpression> = fc.letrec<{
  any: SizeExpression;
}>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4, depthIdentifier: "polynomial" },
    fc.oneof(name, number(0, 7)),
    polynomialStep(tie("any")),
  ),
})).any;

function polynomialStep(any: fc.Arbitrary<SizeExpression>): fc.Arbitrary<SizeExpression> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom<"+" | "-" | "*">("+", "-", "*"), any, any)
      .map(
        ([operator, left, right]): SizeExpression => ({ kind: "binary", operator, left, right }),
      ),
    any.map((of): SizeExpression => ({ kind: "negate", of })),
    fc
      .tuple(any, number(0, 2))
      .map(([left, right]): SizeExpression => ({ kind: "binary", operator: "^", left, right })),
  );
}

/** Any expression at all, `?`, tables and inexact `/` included. */
export const anyExpression: fc.Arbitrary<SizeExpression> = fc.letrec<{ any: SizeExpression }>(
  (tie) => ({
    any: fc.oneof(
      { maxDepth: 5, depthIdentifier: "any" },
      fc.oneof(
        fc
          .constantFrom("n", "d_model", "y'", "constructor", "min")
          .map((text): SizeExpression => ({ kind: "name", name: text })),
        fc
          .bigInt({ min: 0n, max: 10n ** 30n })
          .map((value): SizeExpression => ({ kind: "number", value })),
        fc.constant<SizeExpression>({ kind: "unknown" }),
      ),
      tie("any").map((of): SizeExpression => ({ kind: "negate", of })),
      fc
        .tuple(
          fc.constantFrom<"+" | "-" | "*" | "/" | "//" | "%" | "^">(
            "+",
            "-",
            "*",
            "/",
            "//",
            "%",
            "^",
          ),
          tie("any"),
          tie("any"),
        )
        .map(
          ([operator, left, right]): SizeExpression => ({ kind: "binary", operator, left, right }),
        ),
      fc
        .tuple(
          fc.constantFrom<"min" | "max">("min", "max"),
          fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
        )
        .map(([callee, args]): SizeExpression => ({ kind: "call", callee, args })),
      tie("any").map((arg): SizeExpression => ({ kind: "call", callee: "ceil", args: [arg] })),
      tie("any").map((index): SizeExpression => ({ kind: "entry", table: "c", index })),
    ),
  }),
).any;

/** Values ≥ 1 of the names that the arbitraries use. */
export const values: fc.Arbitrary<ReadonlyMap<string, bigint>> = fc
  .tuple(...NAMES.map(() => fc.integer({ min: 1, max: 40 })))
  .map((numbers) => new Map(NAMES.map((text, place) => [text, BigInt(numbers[place] ?? 1)])));

interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** The value of an expression worked out step by step, as a reference for the normal form. */
export function expectedValue(
  expression: SizeExpression,
  names: ReadonlyMap<string, bigint>,
): bigint {
  const { over, under } = fractionOf(expression, names);
  return floorOf({ over, under });
}

function fractionOf(expression: SizeExpression, names: ReadonlyMap<string, bigint>): Fraction {
  const value = (part: SizeExpression) => expectedValue(part, names);
  switch (expression.kind) {
    case "number":
      return { over: expression.value, under: 1n };
    case "name":
      return { over: names.get(expression.name) ?? 1n, under: 1n };
    case "negate":
      return { over: -value(expression.of), under: 1n };
    case "call":
      return { over: callValue(expression, names), under: 1n };
    case "binary": {
      const [left, right] = [value(expression.left), value(expression.right)];
      return combine(expression.operator, left, right);
    }
    default:
      throw new RangeError(`A ${expression.kind} has no value.`);
  }
}

function callValue(
  { callee, args }: SizeExpression & { kind: "call" },
  names: ReadonlyMap<string, bigint>,
): bigint {
  const fractions = args.map((arg) => fractionOf(arg, names));
  const [first = { over: 0n, under: 1n }] = fractions;
  if (callee === "floor") return floorOf(first);
  if (callee === "ceil") return -floorOf({ over: -first.over, under: first.under });
  const wholes = fractions.map(floorOf).sort((a, b) => (a < b ? -1 : 1));
  return (callee === "min" ? wholes[0] : wholes.at(-1)) ?? 0n;
}

function combine(operator: string, left: bigint, right: bigint): Fraction {
  switch (operator) {
    case "+":
      return { over: left + right, under: 1n };
    case "-":
      return { over: left - right, under: 1n };
    case "*":
      return { over: left * right, under: 1n };
    case "^":
      return { over: left ** right, under: 1n };
    case "%":
      return { over: left - right * floorOf({ over: left, under: right }), under: 1n };
    case "//":
      return { over: floorOf({ over: left, under: right }), under: 1n };
    default:
      return { over: left, under: right };
  }
}

function floorOf({ over, under }: Fraction): bigint {
  let quotient = over / under;
  while (quotient * under > over) quotient -= 1n;
  while ((quotient + 1n) * under <= over) quotient += 1n;
  return quotient;
}
