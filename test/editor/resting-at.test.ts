import { expect, it } from "vitest";
import type { Rect } from "../../src/draw/path.ts";
import { derive } from "../../src/editor/pipeline.ts";
import { drawnAs } from "../../src/editor/place-of.ts";
import { listProblems } from "../../src/editor/problems.ts";
import type { Reading } from "../../src/editor/reading.ts";
import { restingAt } from "../../src/editor/resting-at.ts";
import { type RestingPlace, restsOn } from "../../src/editor/rests-on.ts";
import type { SceneNode } from "../../src/scene/scene.ts";

interface Looked {
  readonly reading: Reading;
  readonly mistake: SceneNode;
  readonly places: readonly RestingPlace[];
}

/** The first error of a text, and where it stands in the picture. */
function lookAt(...lines: readonly string[]): Looked {
  const reading = derive(`${lines.join("\n")}\n`);
  const [problem] = listProblems(reading.diagnostics, reading.sources, reading);
  const mistake = problem?.node === undefined ? undefined : drawnAs(reading, problem.node);
  if (problem === undefined || mistake === undefined) throw new RangeError("Nothing is wrong.");
  return { reading, mistake, places: restsOn(reading, problem) };
}

/** Where the arrays that a mistake rests on are, by the node whose right side holds each. */
function namesOf({ reading, mistake, places }: Looked): readonly string[] {
  const arrays = places.filter(({ array }) => array !== undefined);
  return arrays.map((place) => {
    const at = restingAt(reading, place, mistake);
    const node = reading.scene.nodes.find(
      ({ kind, ports }) =>
        kind !== "copy" && ports.some((port) => port.side === "out" && holds(at, port)),
    );
    return `${place.array} leaves ${node?.id ?? "nothing"}`;
  });
}

function holds(at: Rect | undefined, port: SceneNode["ports"][number]): boolean {
  if (at?.width !== 0 || at.x !== port.x) return false;
  const [low, high] = [Math.min(...port.heights), Math.max(...port.heights)];
  return at.y === low && at.y + at.height === high;
}

it("an array rests where it leaves what makes it, also one of several of one line", () => {
  const looked = lookAt("input Q[y d], K[x e]", "H[y d] = relu(Q)", "S[y x] = dot[d](H, K)");
  expect(namesOf(looked)).toEqual(["H leaves H", "K leaves input K"]);
});

it("inside an open block it rests there, and its inputs at its border", () => {
  const looked = lookAt(
    "input P[y m], Y[y n]",
    "block f(A[y m], B[y n]) -> R[y m]:",
    "  P[y m] = relu(A)",
    "  R[y m] = dot[m](P, B)",
    "Z[y m] = f(P, Y)",
    "layout:",
    "  open Z",
  );
  expect(namesOf(looked)).toEqual(["P leaves Z>f/P", "B leaves Z>entry"]);
});

it("inside a loop it rests at its maker, also outside of the loop", () => {
  const looked = lookAt(
    "input X[y m]",
    "W[y n] = linear[m -> n](X)",
    "repeat 3:",
    "  carry H[y m] from X to H'",
    "  U[y m] = tanh(H)",
    "  H'[y m] = dot[m](U, W)",
  );
  expect(namesOf(looked)).toEqual(["U leaves repeat:H>U", "W leaves W"]);
});

it("what is said at an argument rests where the call takes it", () => {
  const { reading, mistake, places } = lookAt(
    "block Attention(Q[y m], X[x m]) -> O[y m]:",
    "  S[y x] = dot[m](Q, X)",
    "  O[y m] = dot[x](S, X)",
    "input Q[t m], X[x t m]",
    "O = Attention(relu(Q), X)",
  );
  const [first, second] = places.map((place) => restingAt(reading, place, mistake));
  const [bound, left] = mistake.ports.filter(({ side }) => side === "in");
  expect([first?.x, first?.y]).toEqual([bound?.x, Math.min(...(bound?.heights ?? []))]);
  expect([second?.x, second?.y]).toEqual([left?.x, Math.min(...(left?.heights ?? []))]);
  expect(first?.y).not.toBe(second?.y);
});

it("what an operation has to do with it rests at its box, in the same instance of its block", () => {
  const { reading, mistake, places } = lookAt(
    "block f(A[y m]) -> R[y m]:",
    "  P[y] = sum[m](A)",
    "  R[y m] = softmax[m](P)",
    "input Z[y m]",
    "T[y m] = f(Z)",
    "layout:",
    "  open T",
  );
  expect(places[0]?.says).toBe("`m` goes away here.");
  const box = reading.scene.nodes.find(({ id }) => id === "T>f/P")?.bounds;
  expect(places[0] && restingAt(reading, places[0], mistake)).toEqual(box);
});

it("an array that is not drawn rests at what stands for it", () => {
  const { reading, mistake, places } = lookAt(
    "input Q[y d], K[x e]",
    "H[y d] = relu(Q)",
    "S[y x] = dot[d](H, K)",
  );
  const [place] = places;
  const box = reading.scene.nodes.find(({ id }) => id === "H")?.bounds;
  expect(place && restingAt(reading, { ...place, array: "inner" }, mistake)).toEqual(box);
  expect(
    place && restingAt(reading, { ...place, array: "inner", node: "gone" }, mistake),
  ).toBeUndefined();
});
