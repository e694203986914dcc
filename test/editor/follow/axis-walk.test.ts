import { describe, expect, it } from "vitest";
import { walkAlong } from "../../../src/editor/follow/axis-walk.ts";
import type { Reading } from "../../../src/editor/reading.ts";
import { pathOf, type Selection } from "../../../src/editor/selection.ts";
import { spokenSelection } from "../../../src/editor/speech.ts";
import { boundsOf } from "../../../src/editor/walk.ts";
import { openedPreset, readLines, readPreset } from "../../support/reading.ts";

type Strand = Extract<Selection, { kind: "strand" }>;

function strand(reading: Reading, array: string, axis: string, path = ""): Strand {
  const inside = reading.scene.bundles.find((bundle) => bundle.path === path)?.definition;
  return { kind: "strand", path, definition: inside ?? "", array, axis };
}

/** The stops of a walk, until it stays. */
function stops(reading: Reading, from: Strand, way: "left" | "right"): readonly string[] {
  const found: string[] = [];
  let here = walkAlong(reading, from, way);
  while (here !== undefined && found.length < 40) {
    const { path, at = "end", axis } = here;
    found.push(`${path === "" ? "" : `${path.split(">").at(-1)}>`}${at} ${axis}`);
    expect(boundsOf(reading.scene, here), `bounds at ${at}`).toBeDefined();
    here = walkAlong(reading, here, way);
  }
  return found;
}

const ATTENTION = readPreset("multi-head-attention");

describe("a walk along an axis", () => {
  it("stops where it is made, joined, worked along and summed away", () => {
    expect(stops(ATTENTION, strand(ATTENTION, "X", "x"), "right")).toEqual([
      "MultiHeadAttention/A x",
      "MultiHeadAttention/Z x",
    ]);
    expect(stops(ATTENTION, strand(ATTENTION, "Q", "h"), "right")).toEqual([
      "MultiHeadAttention/S.1 h",
      "MultiHeadAttention/Z h",
      "MultiHeadAttention/O h",
    ]);
    expect(stops(ATTENTION, strand(ATTENTION, "Z", "h"), "left")).toEqual([
      "MultiHeadAttention/Z h",
      "MultiHeadAttention/S.1 h",
      "MultiHeadAttention/Q h",
    ]);
  });

  it("says what happens where it stopped", () => {
    const stop = walkAlong(ATTENTION, strand(ATTENTION, "X", "x"), "right");
    if (stop === undefined) throw new RangeError("The walk did not stop.");
    expect(spokenSelection(stop, ATTENTION, undefined)).toBe(
      "Axis x, second of 3 in A. Softmax: worked along, line 12.",
    );
  });

  it("goes on inside of open blocks under the name there, and out again", () => {
    const reading = openedPreset("transformer", ["Transformer/Z'", "EncoderLayer/A.1.2"]);
    const walked = stops(reading, strand(reading, "src", "x"), "right");
    expect(walked.slice(0, 4)).toEqual([
      "Transformer/E x",
      "Transformer/Z'>EncoderLayer/A.1 t",
      "Transformer/Z'>EncoderLayer/Y.1 t",
      "Transformer/repeat:D>Transformer/D' x",
    ]);
    const layer = "Transformer/repeat:Z>Transformer/Z'";
    const inside = strand(reading, "S", "y", `${layer}>EncoderLayer/A.1.2`);
    expect(stops(reading, inside, "left").slice(-2)).toEqual(["Transformer/E x", "end x"]);
    expect(pathOf(inside.path)).toBe(layer);
  });

  it("stops at a closed block that does something inside", () => {
    const reading = readPreset("transformer");
    const walked = stops(reading, strand(reading, "E", "x"), "right");
    expect(walked[0]).toBe("Transformer/repeat:Z>Transformer/Z' x");
  });

  it("goes through the walls of a scan, and stops at it along its own axis", () => {
    const reading = readPreset("lstm");
    const walked = stops(reading, strand(reading, "Y", "n"), "left");
    expect(walked[0]).toBe("LSTM/H'>LSTMCell/H' n");
    const time = stops(reading, strand(reading, "X", "t"), "right");
    expect(time).toEqual(["LSTM/scan:H t", "end t"]);
    expect(stops(reading, strand(reading, "Y", "t"), "left")).toEqual(["LSTM/scan:H t", "end t"]);
  });

  it("goes on under another name", () => {
    const reading = readLines("input X[a c]", "Y[b c] = rename[a -> b](X)", "Z[c] = sum[b](Y)");
    expect(stops(reading, strand(reading, "X", "a"), "right")).toEqual(["Y b", "Z b"]);
    expect(stops(reading, { ...strand(reading, "Y", "b"), at: "Z" }, "left")[0]).toBe("Y b");
  });
});
