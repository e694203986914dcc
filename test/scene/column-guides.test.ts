import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import type { Document } from "../../src/document/document.ts";
import { markBounds } from "../../src/draw/bounds.ts";
import type { Rect } from "../../src/draw/path.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";

function guided(document: Document): Scene {
  const layout = [...document.layout, { kind: "guides" as const, lead: [] }];
  const asked = { ...document, layout };
  return drawDiagram(inferDiagram(asked), asked);
}

function guidesOf({ plates }: Scene): readonly Rect[] {
  return plates.flatMap((mark) =>
    mark.kind === "path" && mark.stroke === "dotted" && mark.path.length === 2
      ? (markBounds(mark) ?? [])
      : [],
  );
}

describe.each(PRESETS)("the lines between columns of preset $name", ({ load }) => {
  test("run through wires and plates, and through no glyph and no name", async () => {
    const scene = guided(parse(await load()).document);
    const guides = guidesOf(scene);
    expect(guides.length).toBeGreaterThan(0);
    const marks = scene.nodes
      .filter(({ kind }) => kind === "op" || kind === "box" || kind === "call")
      .flatMap((node) => node.marks)
      .filter((mark) => mark.kind === "text" || (mark.kind === "path" && mark.fill !== undefined));
    const names = scene.labels.filter((mark) => mark.kind === "text" && mark.axis !== undefined);
    const crossed = [...marks, ...names].filter((mark) => {
      const box = markBounds(mark);
      return (
        box !== undefined &&
        guides.some(
          ({ x, y, height }) =>
            x > box.x + 1 &&
            x < box.x + box.width - 1 &&
            y < box.y + box.height - 1 &&
            y + height > box.y + 1,
        )
      );
    });
    expect(crossed).toEqual([]);
    expect(brokenLaws(scene)).toEqual([]);
  });
});

test("each row of a wrapped figure has lines of its own", () => {
  const calls = ["relu", "tanh", "exp", "relu", "tanh", "exp"];
  const body = calls.map((call, i) => `A${i + 1}[t] = ${call}(A${i})\n`).join("");
  const text = (layout: string) => `input A0[t]\n${body}layout:\n${layout}`;
  const tops = (layout: string) =>
    new Set(guidesOf(guided(parse(text(layout)).document)).map(({ y }) => y)).size;
  expect(tops("  wrap 200\n")).toBeGreaterThan(1);
  expect(tops("  theme light\n")).toBe(1);
});
