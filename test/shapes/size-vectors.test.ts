import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printSize } from "../../shapes/print.ts";
import { size } from "../support/sizes.ts";

interface NormalVector {
  readonly id: string;
  readonly kind: "normal";
  readonly in: string;
  readonly out: string;
}

const VECTORS: readonly NormalVector[] = JSON.parse(
  readFileSync(new URL("../data/size-vectors.json", import.meta.url), "utf8"),
).filter((vector: { kind: string }) => vector.kind === "normal");

describe("normal forms of the test vectors", () => {
  it.each(VECTORS)("$id: brings $in into the form $out", (vector) => {
    expect(printSize(size(vector.in))).toBe(vector.out);
  });
});
