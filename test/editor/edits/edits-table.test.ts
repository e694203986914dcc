import { describe, expect, it } from "vitest";
import type { Edit, EditContext } from "../../../src/editor/edit.ts";
import { connect } from "../../../src/editor/edits/connect.ts";
import { moveAxis } from "../../../src/editor/edits/order-axes.ts";
import { mergeAxes, renameAxis } from "../../../src/editor/edits/rename-axis.ts";
import { setArray } from "../../../src/editor/edits/set-array.ts";
import { setSize } from "../../../src/editor/edits/set-size.ts";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";
import { derive } from "../../../src/editor/pipeline.ts";
import { group } from "../../../src/editor/structure/group.ts";
import { paste } from "../../../src/editor/structure/paste.ts";
import { ungroup } from "../../../src/editor/structure/ungroup.ts";
import { waitingIn } from "../../../src/editor/waiting.ts";
import { edited } from "../../support/edit-laws.ts";
import { dedent, typed } from "../../support/typed.ts";

const ATTENTION = `
  size k = 64, h = 8, m = k*h
  input E[y m], X[x m]
  Q[y k h] = linear[m -> k h](E)
  K[x k h] = linear[m -> k h](X)
  V[x k h] = linear[m -> k h](X)
  S[y x h] = dot[k](Q, K) / sqrt(k)
  A[y x h] = softmax[x](S)
  Z[y k h] = dot[x](A, V)
  O[y m] = linear[k h -> m](Z)
`;

const top = (array: string) => ({ definition: "", array });

/** What is wrong after an edit, and the types then. */
function doing(text: string, command: (context: EditContext) => Edit) {
  const done = edited(text, command);
  return { ...done, ...typed(done.text) };
}

describe("the table of edits (TYPING 2.6):", () => {
  it("renaming an axis is one edit of all places and makes no error", () => {
    const { problems, types, label } = doing(ATTENTION, (context) =>
      renameAxis(context, { definition: "", axis: "x", name: "s" }),
    );
    expect([problems, label]).toEqual([[], "Renamed x to s"]);
    expect(types.slice(5, 7)).toEqual(["S[y s h]", "A[y s h]"]);
  });

  it("renaming to a name in use asks with the equation of sizes, and merges in one step", () => {
    const text = "input A[y], B[x=4]\nC[y] = relu(A)\nD[x] = relu(B)\n";
    const { document } = fixContext(text);
    const context = { document, typed: fixContext(text).typed };
    const asked = renameAxis(context, { definition: "", axis: "y", name: "x" });
    expect("equation" in asked && asked.equation).toBe("y = 4");
    const merged = doing(text, (each) => mergeAxes(each, { definition: "", axis: "y", name: "x" }));
    expect(merged.problems).toEqual([]);
    expect(merged.types.slice(2)).toEqual(["C[x=4]", "D[x=4]"]);
  });

  it("swapping two axes of an input changes no type as a set", () => {
    const { problems, types } = doing(ATTENTION, (context) =>
      moveAxis(context, { array: top("E"), axis: "y", by: 1 }),
    );
    expect(problems).toEqual([]);
    expect(types[0]).toBe("E[m=k·h y]");
    expect(types.map((type) => type.replace(/\[.*/, ""))).toEqual(
      typed(ATTENTION).types.map((type) => type.replace(/\[.*/, "")),
    );
  });

  it("a batch axis of an input lifts every operation", () => {
    const shapeless = ATTENTION.replace(/^ {2}(\w)\[[^\]]*\] =/gm, "  $1 =");
    const first = doing(shapeless, (context) =>
      setArray(context, { array: top("E"), text: "E[b y m]" }),
    );
    const second = doing(first.text, (context) =>
      setArray(context, { array: top("X"), text: "X[b x m]" }),
    );
    expect(second.problems).toEqual([]);
    expect(second.types.slice(5)).toEqual([
      "S[b y x h]",
      "A[b y x h]",
      "Z[b y k h]",
      "O[b y m=k·h]",
    ]);
  });

  it("an axis taken off that five operations use is one error at the input, and they wait", () => {
    const text = dedent(`
      input X[x m]
      A[k x] = linear[m -> k](X)
      B[x m] = softmax[m](X)
      C[x] = sum[m](relu(X))
      D[x m] = layer_norm[m](X)
      E[x] = mean[m](X)
    `);
    const gone = edited(text, (context) => setArray(context, { array: top("X"), text: "X[x]" }));
    const reading = derive(gone.text, undefined, undefined, undefined, derive(text));
    const errors = reading.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, title, place }) => [code, title, place.part])).toEqual([
      ["S01", "`X` [x] has no axis `m`, but 5 operations use it.", "result X"],
    ]);
    expect([...waitingIn(reading).keys()]).toEqual(expect.arrayContaining(["A", "B", "D", "E"]));
    const context = fixContext(gone.text);
    const [diagnostic] = context.diagnostics;
    expect(diagnostic && fixesOf(context, diagnostic).map(({ title }) => title)).toEqual([
      "Put `m` back in `X`",
      "Delete the 5 operations",
    ]);
  });

  it("another axis in its place is retargeted along the wire first, up to what makes axes", () => {
    const text = dedent(`
      input X[t m]
      A[t m] = relu(X)
      B[t m] = softmax[m](A)
      C[t k] = linear[m -> k](B)
      E[t m] = linear[m -> m](X)
      F[t m] = layer_norm[m](E)
    `);
    const other = edited(text, (context) => setArray(context, { array: top("X"), text: "X[t d]" }));
    const context = fixContext(other.text);
    const [diagnostic, ...more] = context.diagnostics;
    expect(more).toEqual([]);
    const [first] = diagnostic === undefined ? [] : fixesOf(context, diagnostic);
    expect(first?.title).toBe("Retarget `m` to `d` along `X`");
    const { change } = first ?? { change: { from: 0, to: 0, insert: "" } };
    const mended = other.text.slice(0, change.from) + change.insert + other.text.slice(change.to);
    expect(mended.trim().split("\n")).toEqual([
      "input X[t d]",
      "A[t d] = relu(X)",
      "B[t d] = softmax[d](A)",
      "C[t k] = linear[d -> k](B)",
      "E[t m] = linear[d -> m](X)",
      "F[t m] = layer_norm[m](E)",
    ]);
  });

  it("another value of a size carries equations along, and contradicts only what is set too", () => {
    const { problems, diagram, text } = doing(ATTENTION, (context) =>
      setSize(context, { name: "k", text: "48" }),
    );
    expect([problems, diagram.sizes.get("m")?.value]).toEqual([[], 384n]);
    const set = typed(text, { sizes: new Map([["m", 512n]]) });
    expect(set.diagram.sizes.get("m")?.value).toBe(512n);
  });

  it("a second consumer of a wire changes no type", () => {
    const text = `${ATTENTION}  P[y x h] = relu(?)\n`;
    const { types, problems } = doing(text, (context) =>
      connect(context, { array: top("A"), port: { node: "P", operand: 0 } }),
    );
    expect(problems).toEqual([]);
    expect(types.slice(0, 9)).toEqual(typed(ATTENTION).types);
  });

  it("a block of another file has axes of its own, which capture nothing", () => {
    const block = dedent(`
      block Half(X[y m]) -> Y[y m]:
        Y[y m] = X / 2
    `);
    const pasted = doing(ATTENTION, (context) => paste(context, { text: block, into: "" }));
    expect(pasted.problems).toEqual([]);
    expect(pasted.types).toEqual(["Half: X[y m']", "Half: Y[y m']", ...typed(ATTENTION).types]);
    const called = doing(pasted.text, (context) =>
      paste(context, { text: "R = Half[y=x m'=h](S)\n", into: "" }),
    );
    expect([called.problems, called.types.at(-1)]).toEqual([[], "R[y x h]"]);
  });

  it("lines that are grouped become a block with ports and the axes that they use", () => {
    const { problems, types, text, label } = doing(ATTENTION, (context) =>
      group(context, { nodes: ["S", "A", "Z"] }),
    );
    expect([problems, label]).toEqual([[], "Grouped 3 lines as Block"]);
    expect(text).toContain("block Block(Q[y k h], K[x k h], V[x k h]) -> Z[y k h]:");
    expect(types.slice(-2)).toEqual(["Z[y k h]", "O[y m=k·h]"]);
  });

  it("a call that is opened up gets the axes of the call, and a prime where a name is taken", () => {
    const text = dedent(`
      block Gate(X[t d]) -> Y[t d]:
        H[t k=5] = linear[d -> k](X)
        Y[t d] = linear[k -> d](sigmoid(H))
      input A[s m], B[k]
      C[s m] = Gate[t=s d=m](A)
      D[s m k] = dot(C, B)
    `);
    const {
      problems,
      types,
      text: opened,
    } = doing(text, (context) => ungroup(context, { node: "C" }));
    expect(problems).toEqual([]);
    expect(opened).toContain("H[s k'=5] = linear[m -> k'=5](A)");
    expect(types.at(-1)).toBe("D[s m k]");
  });
});
