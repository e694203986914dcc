import { expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import { spokenSelection } from "../../src/editor/speech.ts";
import { waitingIn } from "../../src/editor/waiting.ts";
import { selectNode } from "../../src/editor/walk.ts";

const TEXT = `input X[t m]
A[t k] = softmax[k](linear[q -> k](X))
B = mystery(X)
C[t m] = relu(X)
`;

it("what takes a spoiled array waits for it and has no problem of its own", () => {
  const reading = derive(TEXT);
  expect([...waitingIn(reading)]).toEqual([["A", "Waits for the linear, which is not right yet."]]);
});

it("nothing waits where all is right, and a named array is called by its name", () => {
  expect(waitingIn(derive("input X[t m]\nA[t m] = relu(X)\n")).size).toBe(0);
  const reading = derive("input X[t m]\nA = linear[q -> k](X)\nB = relu(A)\n");
  expect(waitingIn(reading).get("B")).toBe("Waits for `A`, which is not right yet.");
  const node = reading.scene.nodes.find(({ node: id }) => id === "B");
  if (node === undefined) throw new RangeError("There is no B.");
  expect(spokenSelection(selectNode(node), reading, node)).toContain("Waits for A");
});

it("operations over an axis that an input lacks wait for the mistake at the input", () => {
  const reading = derive("input X[t d]\nA = softmax[x](X)\nB = sum[x](relu(X))\n");
  const waits = "Waits for the mistake from which this follows.";
  expect([...waitingIn(reading)]).toEqual([
    ["A", waits],
    ["B", waits],
  ]);
});
