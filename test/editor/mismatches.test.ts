import { describe, expect, it } from "vitest";
import { mismatchesOf } from "../../src/editor/mismatches.ts";
import { derive } from "../../src/editor/pipeline.ts";
import { dedent } from "../support/typed.ts";

function told(text: string): readonly string[] {
  return mismatchesOf(derive(dedent(text))).map(
    ({ kind, axis, text: says }) => `${kind} ${axis}${says === undefined ? "" : ` ${says}`}`,
  );
}

describe("where axes do not meet", () => {
  it("there is nothing in a diagram that is right, or only not finished", () => {
    expect(told("input Q[y d], K[x d]\nS[y x] = dot[d](Q, K)\nA = softmax[?](S)\n")).toEqual([]);
  });

  it("an axis that should not come out stands at the slab that it comes into", () => {
    const reading = derive(
      dedent(`
        input X[y m]
        K[y k g] = linear[m -> k g](X)
        S[y k] = relu(K)
      `),
    );
    const [mismatch, ...others] = mismatchesOf(reading);
    expect(others).toEqual([]);
    expect(mismatch?.kind).toBe("apart");
    expect(mismatch?.axis).toBe("g");
    const node = reading.scene.nodes.find(({ id }) => id === "S");
    expect(mismatch?.at.x).toBeCloseTo(node?.bounds.x ?? 0, 0);
    expect(mismatch?.strands.length).toBeGreaterThan(0);
    for (const mark of mismatch?.strands ?? []) {
      expect(mark.kind === "strand" && mark.axis).toBe("g");
    }
  });

  it("an axis that is needed and not there is an empty ring", () => {
    expect(told("input X[t d]\nD[t d] = softmax[z](X)\n")).toEqual(["missing z"]);
    expect(told("input X[t d], W[x e]\nB[t] = dot[d](X, W)\n")).toEqual(["missing d"]);
  });

  it("two sizes of one axis stand where its arrays come together", () => {
    const text = "input X[t d=20], Y[t d=22]\nZ[t d] = relu(X)\nA[t d] = Z + Y\n";
    expect(told(text)).toEqual(["sizes d 20 ≠ 22"]);
  });
});
