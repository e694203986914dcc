import { describe, expect, it } from "vitest";
import { derive } from "../../src/editor/pipeline.ts";
import type { Reading } from "../../src/editor/reading.ts";
import { valueText } from "../../src/typing/describe.ts";
import { readPreset } from "../support/reading.ts";

/** A preset with one of its lines typed so far, its picture the block that the line stands in. */
function typedSoFar(line: string, written: string, block: string): Reading {
  const { text } = readPreset("transformer");
  const start = text.indexOf(line, text.indexOf(`block ${block}(`));
  if (start < 0) throw new RangeError(`There is no line \`${line}\` in ${block}.`);
  return derive(text.slice(0, start) + written + text.slice(start + line.length), block);
}

function picture({ scene }: Reading): readonly unknown[] {
  return scene.nodes.map(({ id, kind, bounds }) => ({ id, kind, bounds }));
}

function typesIn({ typed }: Reading): readonly string[] {
  const sizes = [...typed.sizes.keys()];
  return typed.main.nodes.flatMap(({ results }) =>
    results.map((value) => valueText({ ...value, poisoned: false }, sizes)),
  );
}

/** Every beginning of a line that keeps its left side and is not yet one that says something. */
function beginnings(line: string): readonly string[] {
  const left = line.slice(0, line.indexOf("]") + 1);
  return [...line.slice(left.length)].map((_, at) => line.slice(0, left.length + at));
}

describe("a line while it is typed", () => {
  const lines = [
    ["MultiHeadAttention", "Z[y k h] = dot[x](A, V)"],
    ["FeedForward", "H[f] = relu(linear[m -> f; bias](X))"],
    ["Transformer", "logits[y v] = dot[m](D, Emb)"],
  ] as const;

  it.each(lines)(
    "in %s leaves all else still and is one problem until it is whole: %s",
    (block, line) => {
      const [first, ...rest] = beginnings(line);
      const start = typedSoFar(line, first ?? "", block);
      for (const written of rest) {
        const reading = typedSoFar(line, written, block);
        expect(picture(reading), written).toEqual(picture(start));
        expect(typesIn(reading), written).toEqual(typesIn(start));
        const places = reading.diagnostics.map(({ place }) => place.node);
        expect(places, written).toEqual([`${block}/${line.split("[")[0]}`]);
      }
      expect(picture(typedSoFar(line, line, block))).not.toEqual(picture(start));
    },
  );

  it("is a dashed box that gives what the left side declares", () => {
    const half = typedSoFar(
      "Z[y k h] = dot[x](A, V)",
      "Z[y k h] = dot[x](A,",
      "MultiHeadAttention",
    );
    const node = half.typed.main.nodes.find(({ id }) => id === "MultiHeadAttention/Z");
    expect(node).toMatchObject({ kind: "box", reason: "error", title: "?", wrong: true });
    const whole = readPreset("transformer", "MultiHeadAttention");
    const others = (reading: Reading) => typesIn(reading).filter((text) => !text.startsWith("Z"));
    expect(others(half)).toEqual(others(whole));
    expect(half.scene.nodes.map(({ id }) => id).toSorted()).toEqual(
      whole.scene.nodes.map(({ id }) => id).toSorted(),
    );
  });

  it("is waited for by what reads it, block and all", () => {
    const { typed } = readPreset("transformer");
    const line = "Z[y k h] = dot[x](A, V)";
    const half = typedSoFar(line, "Z[y k h] = dot", "MultiHeadAttention").typed;
    for (const name of ["EncoderLayer", "DecoderLayer", "Transformer"]) {
      const kinds = (diagram: typeof typed) =>
        diagram.definitions.get(name)?.nodes.map(({ id, kind }) => `${id} ${kind}`);
      expect(kinds(half)).toEqual(kinds(typed));
    }
  });
});
