import fc from "fast-check";
import type { SizeExpression } from "../../shapes/expression.ts";
import type {
  Argument,
  AxisTerm,
  Brackets,
  Expression,
  OptionValue,
} from "../../src/document/document.ts";

/** Ids are given by the reader, so a generated document has none of its own. */
export const id = "";

const NAMES = [
  "X",
  "Y",
  "A_bar",
  "H'",
  "c''",
  "constructor",
  "to",
  "from",
  "frozen",
  "shared",
  "a1",
];
export const name = fc.constantFrom(...NAMES);
export const axisName = fc.constantFrom("t", "m", "k", "h'", "x_1", "of", "min", "toString");
export const size = fc.letrec<{ size: SizeExpression }>((tie) => ({
  size: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.bigInt({ min: 0n, max: 10n ** 20n }).map((value) => ({ kind: "number" as const, value })),
    axisName.map((written) => ({ kind: "name" as const, name: written })),
    fc.constant({ kind: "unknown" as const }),
    tie("size").map((of) => ({ kind: "negate" as const, of })),
    fc.record({
      kind: fc.constant("binary" as const),
      operator: fc.constantFrom(...(["+", "-", "*", "/", "//", "%", "^"] as const)),
      left: tie("size"),
      right: tie("size"),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      callee: fc.constantFrom("ceil" as const, "floor" as const),
      args: fc.tuple(tie("size")),
    }),
    fc.record({
      kind: fc.constant("call" as const),
      callee: fc.constantFrom("min" as const, "max" as const),
      args: fc.array(tie("size"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("entry" as const), table: axisName, index: tie("size") }),
  ),
})).size;

export const axis: fc.Arbitrary<AxisTerm> = fc.oneof(
  axisName.map((written): AxisTerm => ({ kind: "axis", name: written })),
  fc.tuple(axisName, size).map(
    ([written, of]): AxisTerm => ({
      kind: "axis",
      name: written,
      size: of,
    }),
  ),
  fc.constantFrom<AxisTerm>(
    { kind: "axis", name: "1" },
    { kind: "axis", name: "784" },
    { kind: "unknown" },
  ),
);

export const axes = fc.array(axis, { maxLength: 3 });

const term: fc.Arbitrary<AxisTerm> = fc.oneof(
  { weight: 4, arbitrary: axis },
  {
    weight: 1,
    arbitrary: fc
      .array(axis, { minLength: 1, maxLength: 3 })
      .map((grouped) => ({ kind: "group" as const, axes: grouped })),
  },
);

const optionValue: fc.Arbitrary<OptionValue> = fc.oneof(
  size.map((of) => ({ size: of })),
  fc.record({ axis: axisName, size }),
);

const terms = fc.array(term, { maxLength: 3 });

export const brackets: fc.Arbitrary<Brackets> = fc
  .record({
    targets: terms,
    results: fc.option(terms, { nil: undefined }),
    options: fc.array(
      fc
        .record({
          word: fc.constantFrom("kernel", "over", "bias", "pad_before"),
          values: fc.array(optionValue, { maxLength: 2 }),
          results: fc.option(terms, { nil: undefined, freq: 3 }),
        })
        .map(({ results, ...option }) => (results === undefined ? option : { ...option, results })),
      { maxLength: 2 },
    ),
  })
  .map(({ results, ...rest }) => (results === undefined ? rest : { ...rest, results }));

export const callee = fc.constantFrom("linear", "relu", "Attention", "constructor", "not_an_op'");

const call = fc.letrec<{ value: Expression; args: readonly Argument[] }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    name.map((written): Expression => ({ kind: "name", id, name: written })),
    fc
      .constantFrom("2", "0.5", "1e-5", "3E+8", "inf", "pi", "true", "false")
      .map((text): Expression => ({ kind: "number", id, text })),
    fc.constant<Expression>({ kind: "unknown", id }),
    size.map((of): Expression => ({ kind: "size", id, size: of })),
    fc.tuple(callee, fc.option(brackets, { nil: undefined }), tie("args")).map(
      ([to, inside, args]): Expression => ({
        kind: "call",
        id,
        callee: to,
        ...(inside && { brackets: inside }),
        args,
      }),
    ),
    fc
      .tuple(fc.constantFrom("-", "not"), tie("value"))
      .map(([operator, of]): Expression => ({ kind: "prefix", id, operator, of })),
    fc
      .tuple(
        fc.constantFrom(..."+ - * / ^ < <= > >= == != and or".split(" ")),
        tie("value"),
        tie("value"),
      )
      .map(([operator, left, right]): Expression => ({ kind: "infix", id, operator, left, right })),
  ),
  args: fc
    .tuple(
      fc.array(
        tie("value").map((value) => ({ value })),
        { maxLength: 2 },
      ),
      fc.array(
        fc.record({ keyword: fc.constantFrom("eps", "weight", "size"), value: tie("value") }),
        {
          maxLength: 2,
        },
      ),
    )
    .map(([arrays, keywords]) => [...arrays, ...keywords]),
}));

/** Any value that the language can write. */
export const arbitraryExpression: fc.Arbitrary<Expression> = call.value;
