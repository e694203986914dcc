import type { ArrayType, Entries } from "../../shapes/array-type.ts";
import type { Axis } from "../../shapes/axis.ts";
import { nameTex } from "../../shapes/name-tex.ts";
import { printSize } from "../../shapes/print.ts";
import { symbol } from "../../shapes/size.ts";
import { OPS } from "../../src/ops/index.ts";
import type { Claims, DrawnCall, Inferred, Op, OpCall } from "../../src/ops/op.ts";
import { liftAxes } from "../../src/typing/lift.ts";
import { size } from "./sizes.ts";

/** What an operation says about a call: its result, and its claims as lines of text. */
export interface Said {
  readonly inferred: Inferred;
  /** `left = right`, `left >= right`, `left divides right`, in the order of the claims. */
  readonly claims: readonly string[];
  /** `CODE: title` of each mistake. */
  readonly failures: readonly string[];
}

/** The operation of that name, signs included. */
export function op(name: string): Op {
  const found = OPS.find((candidate: Op) => candidate.name === name);
  if (!found) throw new RangeError(`There is no operation ${name}.`);
  return found;
}

/** Axes as in the language: `axes("t g=4 n")`. */
export function axes(shape: string): readonly Axis[] {
  return shape.split(" ").flatMap((term) => {
    const [name = "", text = name] = term.split("=");
    return name === "" ? [] : [{ name, size: size(text) }];
  });
}

/** An array with axes as in the language, real unless said otherwise. */
export function array(shape: string, entries: Entries = { kind: "real" }): ArrayType {
  return { shape: axes(shape), entries };
}

/** A call as its glyph sees it, with the results that follow from the axes; `over` replaces parts. */
export function drawn(
  name: string,
  call: Partial<OpCall>,
  over: Partial<DrawnCall> = {},
): DrawnCall {
  const { inferred } = say(name, call);
  const arrays = [...(call.operands ?? []), ...Object.values(call.keywords ?? {})];
  const inputs = arrays.map(({ shape }) => shape.map((axis) => axis.name));
  const seen = inputs.map((names, i) => ({ axes: names, consumed: inferred.consumed[i] ?? [] }));
  const plain = call.operands?.length ?? 0;
  const keywords = Object.keys(call.keywords ?? {});
  return {
    operands: seen.slice(0, plain),
    keywords: Object.fromEntries(
      seen.slice(plain).map((operand, i) => [keywords[i] ?? "", operand]),
    ),
    results: inferred.results.map(
      ({ axes: made }) =>
        liftAxes({ inputs, consumed: inferred.consumed, made: made.map((axis) => axis.name) }).axes,
    ),
    targets: (call.targets ?? []).map((axis) => axis.name),
    resultAxes: (call.results ?? []).map((axis) => axis.name),
    options: {},
    numbers: {},
    label: nameTex,
    ...over,
  };
}

/** Lets an operation infer a call; what is left out is empty. */
export function say(name: string, call: Partial<OpCall>): Said {
  const claims: string[] = [];
  const failures: string[] = [];
  const listener: Claims = {
    equal: (left, right) => void claims.push(`${printSize(left)} = ${printSize(right)}`),
    divides: (part, whole) => void claims.push(`${printSize(part)} divides ${printSize(whole)}`),
    atLeast: (large, least) => void claims.push(`${printSize(large)} >= ${printSize(least)}`),
    isOpen: (open) => /^\?/.test(printSize(open)),
    fresh: (name) => symbol(name),
    fail: (code, title) => void failures.push(`${code}: ${title}`),
  };
  const inferred = op(name).infer(
    {
      operands: [],
      keywords: {},
      targets: [],
      results: [],
      options: {},
      numbers: {},
      declared: [],
      wanted: 1,
      ...call,
    },
    listener,
  );
  return { inferred, claims, failures };
}
