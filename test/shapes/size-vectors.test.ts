import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Deferred, Outcome, SizeConflict } from "../../shapes/conflict.ts";
import { compareSizes, type Verdict } from "../../shapes/equal.ts";
import { printSize } from "../../shapes/print.ts";
import { constantValue, subtract } from "../../shapes/size.ts";
import { solve } from "../../shapes/solve.ts";
import { size } from "../support/sizes.ts";

interface ExpectedConflict {
  readonly why: readonly string[];
  readonly eq?: string;
  readonly residue?: number;
  readonly notDivisible?: readonly [number, number];
  readonly unknown?: string;
  readonly nonpositive?: string;
  readonly value?: number;
}

interface ExpectedDeferred {
  readonly eq: string;
  readonly why: readonly string[];
  readonly rigid: boolean;
  readonly range?: { readonly v: string; readonly lo: number; readonly hi: number };
  readonly requires?: string;
}

interface SolveVector {
  readonly id: string;
  readonly kind: "solve";
  readonly eqs: readonly (readonly [string, string])[];
  readonly flex: readonly string[];
  readonly config?: Readonly<Record<string, number>>;
  readonly out: {
    readonly S?: Readonly<Record<string, string>>;
    readonly requirements?: readonly {
      readonly div: string;
      readonly of: string;
      readonly why: readonly string[];
    }[];
    readonly deferred?: readonly ExpectedDeferred[];
    readonly conflict?: ExpectedConflict;
  };
}

type Vector =
  | { readonly id: string; readonly kind: "normal"; readonly in: string; readonly out: string }
  | {
      readonly id: string;
      readonly kind: "equal";
      readonly a: string;
      readonly b: string;
      readonly out: string;
    }
  | SolveVector;

const VECTORS: readonly Vector[] = JSON.parse(
  readFileSync(new URL("../data/size-vectors.json", import.meta.url), "utf8"),
);

describe("normal forms of the test vectors", () => {
  it.each(VECTORS.filter((vector) => vector.kind === "normal"))(
    "$id: brings $in into the form $out",
    (vector) => {
      expect(printSize(size(vector.in))).toBe(vector.out);
    },
  );
});

describe("equality in the test vectors", () => {
  it.each(VECTORS.filter((vector) => vector.kind === "equal"))(
    "$id: $a against $b is $out",
    (vector) => {
      expect(describeVerdict(compareSizes(size(vector.a), size(vector.b)))).toBe(vector.out);
    },
  );
});

describe("solving in the test vectors", () => {
  it.each(VECTORS.filter((vector) => vector.kind === "solve"))("$id: solves $eqs", (vector) => {
    const outcome = solve({
      equations: vector.eqs.map(([left, right], place) => ({
        left: size(left),
        right: size(right),
        why: `e${place + 1}`,
      })),
      flexible: vector.flex,
      values: new Map(
        Object.entries(vector.config ?? {}).map(([name, value]) => [name, BigInt(value)]),
      ),
    });
    const { conflict } = vector.out;
    if (conflict !== undefined) expectConflict(outcome.conflicts, conflict);
    else expectOutcome(outcome, vector.out);
  });
});

function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "proved":
      return `proved (${verdict.by})`;
    case "refuted": {
      const values = Array.from(verdict.values, ([name, value]) => `"${name}":${value}`);
      return `refuted e.g. {${values.join(",")}} gives ${verdict.left} vs ${verdict.right}`;
    }
    case "unknown":
      return "unknown";
  }
}

function expectOutcome(outcome: Outcome, expected: SolveVector["out"]): void {
  expect(outcome.conflicts).toEqual([]);
  const sizes = Array.from(outcome.sizes, ([name, found]) => [name, printSize(found)]);
  expect(Object.fromEntries(sizes)).toEqual(expected.S);
  const requirements = outcome.requirements.map((requirement) => {
    expect(requirement.kind).toBe("divides");
    if (requirement.kind !== "divides") return {};
    const { divisor, dividend, why } = requirement;
    return { div: printSize(divisor), of: printSize(dividend), why: [...why] };
  });
  expect(requirements).toEqual(expected.requirements);
  expect(outcome.deferred).toHaveLength(expected.deferred?.length ?? 0);
  for (const [place, deferred] of outcome.deferred.entries()) {
    const wanted = expected.deferred?.[place];
    expect(wanted).toBeDefined();
    if (wanted !== undefined) expectDeferred(deferred, wanted);
  }
}

function expectDeferred(deferred: Deferred, expected: ExpectedDeferred): void {
  const { difference, range, requires } = deferred;
  const negated = subtract(size("0"), difference);
  expect([`${printSize(difference)} = 0`, `${printSize(negated)} = 0`]).toContain(expected.eq);
  expect(deferred.why).toEqual(new Set(expected.why));
  expect(deferred.rigid).toBe(expected.rigid);
  expect(range && { v: range.name, lo: Number(range.low), hi: Number(range.high) }).toEqual(
    expected.range,
  );
  expect(requires && `${printSize(requires.divisor)} | ${printSize(requires.dividend)}`).toBe(
    expected.requires,
  );
}

function expectConflict(conflicts: readonly SizeConflict[], expected: ExpectedConflict): void {
  expect(conflicts).toHaveLength(1);
  const [conflict] = conflicts;
  expect(conflict?.why).toEqual(new Set(expected.why));
  if (conflict?.kind === "unequal") {
    expect(Number(conflict.residue)).toBe(expected.residue);
    const difference = subtract(conflict.left, conflict.right);
    expect(`${printSize(difference)} = 0`).toBe(expected.eq);
  } else if (conflict?.kind === "not divisible") {
    const parts = [conflict.dividend, conflict.divisor].map((part) => Number(constantValue(part)));
    expect(parts).toEqual(expected.notDivisible);
    expect(conflict.unknown).toBe(expected.unknown);
  } else {
    expect(conflict?.kind).toBe("not positive");
    if (conflict?.kind !== "not positive") return;
    expect(conflict.name).toBe(expected.nonpositive);
    expect(Number(constantValue(conflict.size))).toBe(expected.value);
  }
}
