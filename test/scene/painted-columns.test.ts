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
import { callsIn, closedView, openView } from "../support/views.ts";

function painted(document: Document): Scene {
  const layout = [
    ...document.layout.filter(({ kind }) => kind !== "columns"),
    { kind: "columns", lead: [] } as const,
  ];
  return drawDiagram(inferDiagram({ ...document, layout }), { ...document, layout });
}

/** The boxes of the columns of one colour, left to right. */
function columnsOf({ plates }: Scene, fill: "data" | "function"): readonly Rect[] {
  const own = plates.filter((mark) => mark.kind === "path" && mark.fill === fill);
  return own.flatMap((mark) => markBounds(mark) ?? []).sort((a, b) => a.x - b.x);
}

function namesIn(scene: Scene, { x, y, width, height }: Rect): readonly string[] {
  const marks = [...scene.nodes.flatMap((node) => node.marks), ...scene.labels];
  const names = marks.flatMap((mark) => {
    const box = mark.kind === "text" && mark.role === "axis" ? markBounds(mark) : undefined;
    if (mark.kind !== "text" || box === undefined) return [];
    const middle = box.x + box.width / 2;
    const isHere = middle > x && middle < x + width && box.y > y && box.y < y + height;
    return isHere ? [{ text: mark.text, y: box.y }] : [];
  });
  return names.sort((a, b) => a.y - b.y).map(({ text }) => text);
}

const { document } = parse(`custom G(X[3]) -> Y[2]
input A[4 3]
B[4 2] = G(A)
C[2] = index[4; at 2](B)
`);

describe("painted columns", () => {
  const scene = painted(document);
  const data = columnsOf(scene, "data");
  const functions = columnsOf(scene, "function");
  const heights = scene.nodes.find(({ kind }) => kind === "input")?.ports[0]?.heights ?? [];
  const [first = Number.NaN, second = Number.NaN] = heights;

  test("stand on the plate of the operations and arrays between them, which holds them whole", () => {
    const { document: plated } = parse(`custom G(X[3]) -> Y[2]
input A[4 3]
B[4 2] = G(A)
C[2] = index[4; at 2](B)
output C
layout:
  plate block "All of it" A B C output:C
  plate attention "One" B
`);
    const on = painted(plated);
    const fills = on.plates.flatMap((mark) => (mark.kind === "path" ? [mark.fill] : []));
    const [all] = on.plates.flatMap((mark) =>
      mark.kind === "path" && mark.fill === "block" ? (markBounds(mark) ?? []) : [],
    );
    expect(fills[0]).toBe("block");
    for (const column of [...columnsOf(on, "data"), ...columnsOf(on, "function")]) {
      expect(column.x).toBeGreaterThan(all?.x ?? Number.NaN);
      expect(column.x + column.width).toBeLessThan((all?.x ?? 0) + (all?.width ?? 0));
      expect(column.y).toBeGreaterThan(all?.y ?? Number.NaN);
      expect(column.y + column.height).toBeLessThan((all?.y ?? 0) + (all?.height ?? 0));
    }
  });

  test("alternate, 5 apart", () => {
    expect([data.length, functions.length]).toEqual([3, 2]);
    const all = [...data, ...functions].sort((a, b) => a.x - b.x);
    expect(all.map((box) => data.includes(box))).toEqual([true, false, true, false, true]);
    all.slice(1).forEach((box, at) => {
      const before = all[at];
      expect(box.x - (before?.x ?? 0) - (before?.width ?? 0)).toBeCloseTo(5);
    });
  });

  test("reach 25 above the first wire and 5 below the last", () => {
    for (const box of data.slice(0, 2)) {
      expect(box.y).toBeCloseTo(first - 25);
      expect(box.y + box.height).toBeCloseTo(second + 5);
    }
    expect(data[2]?.y).toBeCloseTo(second - 25);
    for (const box of functions) expect(box.y).toBeCloseTo(first - 25);
  });

  test("name each wire once in each data column", () => {
    expect(data.map((box) => namesIn(scene, box))).toEqual([["4", "3"], ["4", "2"], ["2"]]);
  });

  test("change nothing while they are not asked for", () => {
    const plain = drawDiagram(inferDiagram(document), document);
    expect(plain.plates).toEqual([]);
    expect(plain.bundles).toEqual(scene.bundles);
  });
});

describe.each(PRESETS)("the painted columns of preset $name", ({ load }) => {
  test("leave every name and glyph free", async () => {
    const { document: whole } = parse(await load());
    // What an author puts around nodes may cut through columns.
    const layout = whole.layout.filter(({ kind }) => kind !== "plate" && kind !== "callout");
    const preset = { ...whole, layout };
    for (const view of [closedView(preset), openView(preset, callsIn(preset))]) {
      const scene = painted(view);
      expect(columnsOf(scene, "data").length).toBeGreaterThan(0);
      const plain = { ...view, layout: view.layout.filter(({ kind }) => kind !== "columns") };
      const before = new Set(brokenLaws(drawDiagram(inferDiagram(plain), plain)));
      expect(brokenLaws(scene).filter((law) => !before.has(law))).toEqual([]);
    }
  });
});
