import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { markBounds } from "../../src/draw/bounds.ts";
import type { Mark } from "../../src/draw/mark.ts";
import type { Point, Rect } from "../../src/draw/path.ts";
import { placeCallout } from "../../src/editor/edits/place-callout.ts";
import { HALF_SPACING, offsetOf, remarkAt, spokenOffset } from "../../src/editor/remarks.ts";
import { inScreenRows } from "../../src/editor/screen-rows.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { withRemarkMoved } from "../../src/scene/moved-remark.ts";
import { isTarget } from "../../src/scene/target-node.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { contextOf } from "../support/edit-laws.ts";
import { atLevel } from "../support/views.ts";

function draw(text: string, rows?: number) {
  const { document, typed } = contextOf(text);
  return drawDiagram(typed, inScreenRows(document, rows));
}

const HEAD = "input X[t d]\nY[t d] = relu(X)\nZ[t d] = tanh(Y)\n\nlayout:\n";
const TWO = `${HEAD}  wrap 900\n  callout Y dx=4 dy=-12 "First"\n  callout Gone "Second"\n  callout Z "Third"\n`;

describe("the remarks of a picture", () => {
  test("are those that are drawn, each with the place of its line, also in rows of a screen", () => {
    expect(draw(TWO).remarks.map(({ line }) => line)).toEqual([1, 3]);
    expect(draw(TWO, 400).remarks.map(({ line }) => line)).toEqual([1, 3]);
    expect(draw("input X[t d]\n").remarks).toEqual([]);
  });

  test("hold the marks that draw them", () => {
    const scene = draw(TWO);
    for (const { marks } of scene.remarks) {
      for (const mark of marks) expect([...scene.plates, ...scene.labels]).toContain(mark);
    }
    expect(
      scene.remarks.flatMap(({ marks }) => marks).filter(({ kind }) => kind === "text"),
    ).toHaveLength(2);
  });

  test("stand where their line says, from the middle of what they point at", () => {
    const [first] = draw(TWO).remarks;
    expect(first && offsetOf(first)).toEqual({ dx: 4, dy: -12 });
    if (first === undefined) throw new RangeError("There is a remark.");
    const { box, from } = first;
    expect(box.x + box.width / 2 - from.x).toBeCloseTo(4 * HALF_SPACING);
    expect(box.y + box.height / 2 - from.y).toBeCloseTo(-12 * HALF_SPACING);
  });

  test("are found by a point in their box, the uppermost first", () => {
    const scene = draw(`${HEAD}  callout Y dx=0 dy=9 "One"\n  callout Y dx=1 dy=9 "Two"\n`);
    const [one, two] = scene.remarks;
    if (one === undefined || two === undefined) throw new RangeError("There are two remarks.");
    const { x, y, height } = one.box;
    expect(remarkAt(scene, { x: two.box.x + 1, y: y + 1 })).toBe(two);
    expect(remarkAt(scene, { x: x + 1, y: y + 1 })).toBe(one);
    expect(remarkAt(scene, { x: x + 1, y: y + height + 1 })).toBeUndefined();
  });
});

describe.each(PRESETS)("a remark of preset $name", ({ load }) => {
  test("moves in the picture to where the file would put it, and nothing else moves", async () => {
    const { document } = parse(await load());
    const typed = inferDiagram(document);
    const scene = drawDiagram(typed, document);
    for (const remark of scene.remarks) {
      const place = { dx: offsetOf(remark).dx + 3, dy: offsetOf(remark).dy - 2 };
      const edit = placeCallout({ document, typed }, { at: remark.line, ...place });
      if (!edit.ok) throw new RangeError(edit.says);
      const line = edit.document.layout[remark.line];
      if (line?.kind !== "callout") throw new RangeError("The line is a callout.");
      const preview = withRemarkMoved(scene, remark, line);
      const after = drawDiagram(inferDiagram(edit.document), edit.document);
      const isIt = (each: { readonly line: number }) => each.line === remark.line;
      const shown = preview.remarks.find(isIt);
      expect(shown?.box).toEqual(after.remarks.find(isIt)?.box);
      expect(shown && offsetOf(shown)).toEqual(place);
      expect(preview.nodes).toBe(scene.nodes);
      expect(preview.remarks.filter((each) => !isIt(each))).toEqual(
        scene.remarks.filter((each) => !isIt(each)),
      );
      const changed = [...preview.plates, ...preview.labels].filter(
        (mark) => !scene.plates.includes(mark) && !scene.labels.includes(mark),
      );
      expect(changed).toEqual(shown?.marks);
    }
  });
});

describe.each(PRESETS)("in preset $name", ({ load }) => {
  test.each(["axes", "arrays", "blocks"] as const)(
    "a remark points at nothing else than its target, at level %s",
    async (level) => {
      const { document } = parse(await load());
      const detailed = atLevel(document, level);
      const scene = drawDiagram(inferDiagram(detailed), detailed);
      for (const { line, marks } of scene.remarks) {
        const at = detailed.layout[line];
        if (at?.kind !== "callout") throw new RangeError("The line is a callout.");
        const tip = tipOf(marks);
        const others = scene.nodes.filter((node) => !isTarget(node, at.node));
        const met = others.flatMap((node) =>
          node.marks.filter((mark) => mark.kind === "text" && touches(markBounds(mark), tip)),
        );
        expect(met, at.text).toEqual([]);
      }
    },
  );

  test.each(["axes", "arrays", "blocks"] as const)(
    "every loop with a title shows it, at level %s",
    async (level) => {
      const { document } = parse(await load());
      const detailed = atLevel(document, level);
      const scene = drawDiagram(inferDiagram(detailed), detailed);
      const titles = detailed.layout.flatMap((line) =>
        line.kind === "title" &&
        scene.nodes.some(({ kind, node }) => kind === "loop" && node === line.node)
          ? [line.text]
          : [],
      );
      const shown = scene.plates.flatMap((mark) => (mark.kind === "text" ? [mark.text] : []));
      expect(shown).toEqual(expect.arrayContaining(titles));
    },
  );
});

/** Where the wedge of a remark ends: the last corner of the three beside the box. */
function tipOf(marks: readonly Mark[]): Point {
  const [wedge] = marks;
  const [, , tip] = wedge?.kind === "path" ? wedge.path : [];
  if (tip?.kind !== "line") throw new RangeError("The first mark of a remark is its wedge.");
  return tip.to;
}

function touches(box: Rect | undefined, { x, y }: Point): boolean {
  if (box === undefined) return false;
  const isBeside = x >= box.x - 2 && x <= box.x + box.width + 2;
  return isBeside && y >= box.y - 2 && y <= box.y + box.height + 2;
}

test("a place is said in half spacings", () => {
  expect(spokenOffset({ dx: 3, dy: -6 })).toBe("3 right, 6 up");
  expect(spokenOffset({ dx: -1, dy: 0 })).toBe("1 left");
  expect(spokenOffset({ dx: 0, dy: 2 })).toBe("2 down");
  expect(spokenOffset({ dx: 0, dy: 0 })).toBe("0 right");
});
