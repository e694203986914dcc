import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import type { Document, LayoutLine } from "../../src/document/document.ts";
import { markBounds, meets } from "../../src/draw/bounds.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { brokenLaws } from "../support/scene-laws.ts";
import { callsIn, closedView, openView } from "../support/views.ts";

function draw(document: Document): Scene {
  return drawDiagram(inferDiagram(document), document);
}

type Line = LayoutLine extends infer Each
  ? Each extends LayoutLine
    ? Omit<Each, "lead">
    : never
  : never;

function furnished(document: Document, ...lines: readonly Line[]): Document {
  const added = lines.map((line) => ({ ...line, lead: [] }) as LayoutLine);
  return { ...document, layout: [...document.layout, ...added] };
}

function texts(scene: Scene): readonly string[] {
  return [...scene.plates, ...scene.labels].flatMap((mark) =>
    mark.kind === "text" && mark.role === "title" ? [mark.text] : [],
  );
}

const REMARK = "A remark that is long enough to need several lines of text in its box.";

describe.each(PRESETS)("around the figure of preset $name", ({ load }) => {
  test("plates, callouts, the legend and the equation cover nothing", async () => {
    const { document } = parse(await load());
    const views = [closedView(document), openView(document, callsIn(document))];
    for (const view of views) {
      const nodes = draw(view)
        .nodes.filter(({ kind }) => ["op", "call", "loop", "box"].includes(kind))
        .map(({ node }) => node);
      const [first = "", second = "", third = ""] = nodes;
      const scene = draw(
        furnished(
          view,
          { kind: "plate", role: "attention", title: "An inner region", nodes: [first] },
          { kind: "plate", role: "block", title: "A region", nodes: [first, second, third] },
          { kind: "callout", node: first, text: REMARK },
          { kind: "callout", node: nodes.at(-1) ?? "", text: "Short" },
          { kind: "legend", lines: [] },
          { kind: "equation" },
        ),
      );
      // A region may cut through what is not in it: the author chose it.
      expect(brokenLaws(scene).filter((law) => !law.includes("across the edge of"))).toEqual([]);
      // A title is broken where its plate is narrow.
      const words = texts(scene).join(" ");
      for (const title of ["A region", "An inner region", "Short"]) expect(words).toContain(title);
    }
  });
});

const TEXT = "size d = 4, e = 2*d\ninput X[t d]\nY[t d] = relu(X)\nZ[t d] = tanh(Y)\n";

test("a callout stands where the author puts it, and stays away from what is gone", () => {
  const { document } = parse(TEXT);
  const box = (dx: number) => {
    const line = { kind: "callout", node: "Y", at: { dx, dy: 12 }, text: "Here" } as const;
    const scene = draw(furnished(document, line));
    const mark = scene.labels.find((each) => each.kind === "text" && each.text === "Here");
    return mark === undefined ? undefined : markBounds(mark);
  };
  expect((box(6)?.x ?? 0) - (box(0)?.x ?? 0)).toBeCloseTo(60);
  const gone = furnished(document, { kind: "callout", node: "W", text: "Nowhere" });
  expect(draw(gone)).toEqual(draw(document));
});

test("the closed box of an equation has the wires of its figure, double and dashed ones too", () => {
  const { document } = parse(
    [
      "block F(X[h w c], K[c]) -> Y[h w]:",
      "  multi x = h w",
      "  Y[h w] = dot[c](X, K)",
      "",
      "layout:",
      "  equation",
      "",
    ].join("\n"),
  );
  const scene = draw(document);
  expect(brokenLaws(scene)).toEqual([]);
  const sign = scene.labels.find((mark) => mark.kind === "text" && mark.text === "=");
  if (sign?.kind !== "text") throw new RangeError("There is no equation.");
  const left = scene.labels.filter((mark) => (markBounds(mark)?.x ?? sign.x) < sign.x);
  const strands = left.flatMap((mark) => (mark.kind === "strand" ? [mark] : []));
  expect(new Set(strands.map(({ axis }) => axis))).toEqual(new Set(["h", "c"]));
  for (const { axis, double } of strands) expect(double === true).toBe(axis === "h");
  expect(left.some((mark) => mark.kind === "path" && mark.stroke === "dash")).toBe(true);
});

describe("what comes into a figure", () => {
  const lines = (layout: string) =>
    parse(`block F(X[t d]) -> Y[t d]:\n  Y[t d] = relu(X)\n\nlayout:\n  ${layout}\n`);
  const inputOf = ({ nodes }: Scene) => nodes.find(({ kind }) => kind === "input")?.bounds;

  test("can have a plate and a remark, by its name", () => {
    const plated = lines('plate embedding "" F/X');
    expect(plated.diagnostics).toEqual([]);
    const scene = draw(plated.document);
    const [area] = scene.plates.flatMap((mark) => (mark.kind === "path" ? [mark] : []));
    const box = area && markBounds(area);
    expect(box?.x).toBeLessThanOrEqual(inputOf(scene)?.x ?? 0);
    const remarked = lines('callout F/X "The data"');
    expect(remarked.diagnostics).toEqual([]);
    expect(texts(draw(remarked.document))).toContain("The data");
  });

  test("is told from what is not there", () => {
    const [first] = lines('callout F/Z "The data"').diagnostics;
    expect(first?.title).toBe("This line names nothing in the file; it is kept.");
  });
});

test("the wedge of a remark runs over no other remark where there is room beside it", () => {
  const load = PRESETS.find(({ name }) => name === "multi-head-attention")?.load;
  return load?.().then((text) => {
    const scene = draw(parse(text).document);
    const notes = scene.plates.flatMap((mark) =>
      mark.kind === "path" && mark.fill === "note" ? (markBounds(mark) ?? []) : [],
    );
    // Each remark is its wedge and then its box.
    expect(notes).toHaveLength(10);
    const boxes = notes.filter((_, i) => i % 2 === 1);
    const wedges = notes.filter((_, i) => i % 2 === 0);
    for (const [i, wedge] of wedges.entries()) {
      expect(boxes.filter((box, j) => j !== i && meets(box, wedge))).toEqual([]);
    }
  });
});

test("an axis that stands out has bands below its strands and dots, and only it", () => {
  const { document } = parse(
    [
      "block F(X[t d], V[d k]) -> Y[t k]:",
      "  Y[t k] = dot[d](X, V)",
      "block G(X[t d]) -> Y[t d]:",
      "  Y[t d] = F(X, X')",
      "",
    ].join("\n"),
  );
  const bands = (...lines: readonly Line[]) =>
    draw(
      furnished({ ...document, header: [{ kind: "main", block: "F", lead: [] }] }, ...lines),
    ).plates.filter((mark) => mark.kind === "path" && mark.stroke?.startsWith("halo"));
  expect(bands()).toEqual([]);
  const ofT = bands({ kind: "halo", block: "F", of: "axis", name: "t" });
  const heights = new Set(ofT.map((mark) => markBounds(mark)?.y));
  expect(ofT.length).toBeGreaterThan(0);
  expect(heights.size).toBeGreaterThan(0);
  expect(bands({ kind: "halo", block: "G", of: "axis", name: "t" })).toEqual([]);
  expect(bands({ kind: "halo", block: "F", of: "axis", name: "q" })).toEqual([]);
});

test("the dot that two strands of an axis meet in stands out with them", () => {
  const { document } = parse("input X[t d], V[t k]\nY[t d k] = dot(X, V)\n");
  const line = { kind: "halo", block: "", of: "axis", name: "t" } as const;
  const scene = draw(furnished(document, line));
  const bands = scene.plates.filter((mark) => mark.kind === "path" && mark.stroke === "halo-dot");
  expect(bands).toHaveLength(1);
  expect(brokenLaws(scene)).toEqual([]);
});

describe("a plate", () => {
  const { document } = parse(
    [
      "size k = 4",
      "input Q[y k], K[x k], V[x k]",
      "S[y x] = dot[k](Q, K) / sqrt(k)",
      "A[y x] = softmax[x](S)",
      "Z[y k] = dot[x](A, V)",
      "",
    ].join("\n"),
  );
  const boxes = (scene: Scene) =>
    scene.plates.flatMap((mark) => (mark.kind === "path" ? (markBounds(mark) ?? []) : []));
  const nodeOf = (scene: Scene, id: string) => scene.nodes.find((node) => node.id === id)?.bounds;

  test("is as tall as the glyph of one operation, with the title inside", () => {
    const line = { kind: "plate", role: "softmax", title: "SoftMax", nodes: ["A"] } as const;
    const scene = draw(furnished(document, line));
    const [box] = boxes(scene);
    const slab = nodeOf(scene, "A");
    if (box === undefined || slab === undefined) throw new RangeError("There is no plate.");
    // The position y runs past above the plate.
    expect(box.y).toBeGreaterThan(slab.y);
    expect(box.height).toBeLessThan(slab.height);
  });

  test("around several operations holds all that passes through them", () => {
    const line = { kind: "plate", role: "attention", title: "", nodes: ["S", "A"] } as const;
    const scene = draw(furnished(document, line));
    const [box] = boxes(scene);
    const slab = nodeOf(scene, "A");
    expect(box?.y).toBe(slab?.y);
    expect(box?.height).toBe(slab?.height);
  });

  test("that a row breaks stands in each of its rows, with its title once", () => {
    const nodes = ["S.1", "S", "A", "Z"];
    const line = { kind: "plate", role: "attention", title: "Core", nodes } as const;
    const wrap: Line = { kind: "wrap", width: 320 };
    const scene = draw(furnished(document, wrap, line));
    expect(boxes(scene)).toHaveLength(2);
    expect(texts(scene)).toEqual(["Core"]);
    expect(brokenLaws(scene)).toEqual([]);
  });
});

test("the wedge of a remark ends before the words on its way", () => {
  const { document } = parse(TEXT);
  const plate = { kind: "plate", role: "linear", title: "A title", nodes: ["Y"] } as const;
  const remark = { kind: "callout", node: "Y", text: "Here" } as const;
  const scene = draw(furnished(document, plate, remark));
  const title = scene.plates.find((mark) => mark.kind === "text" && mark.text === "A title");
  const words = title === undefined ? undefined : markBounds(title);
  const notes = scene.plates.flatMap((mark) =>
    mark.kind === "path" && mark.fill === "note" ? (markBounds(mark) ?? []) : [],
  );
  expect(notes).toHaveLength(2);
  for (const note of notes) expect(note.y + note.height).toBeLessThanOrEqual(words?.y ?? 0);
});

test("the legend says what the sizes are, or what the author wrote instead", () => {
  const { document } = parse(TEXT);
  const said = (lines: readonly string[]) =>
    draw(furnished(document, { kind: "legend", lines })).labels.flatMap((mark) =>
      mark.kind === "text" && mark.role === "axis" && mark.axis === undefined ? [mark.text] : [],
    );
  expect(said([])).toEqual(["d = 4", "e = 2 \\cdot d"]);
  expect(said(["d = \\text{width}"])).toEqual(["d = \\text{width}"]);
});

const LOOPED =
  "main G\nblock F(X[t]) -> Y[t]:\n  Y[t] = relu(X)\n\nblock G(X[t]) -> Z[t]:\n  repeat 3:\n    carry A[t] from X to A'\n    A'[t] = F(A)\n  Z[t] = tanh(A)\n";

test("titles stand above the figure, on the box of a block, and in the area of a loop", () => {
  const { document } = parse(LOOPED);
  const plain = draw(document);
  const scene = draw(
    furnished(
      document,
      { kind: "title", node: "block:G", text: "A network" },
      { kind: "title", node: "block:F", text: "Step\n(of three)" },
      { kind: "title", node: "G/repeat:A", text: "Loop of steps" },
    ),
  );
  expect(texts(scene)).toEqual(["Loop of steps", "A network"]);
  const boxed = scene.nodes.flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === "text" && mark.role === "title" ? [mark.text] : [])),
  );
  expect(boxed).toEqual(["Step", "(of three)"]);
  expect(scene.bounds.y).toBeLessThan(plain.bounds.y);
  const title = scene.plates.find((mark) => mark.kind === "text");
  const words = title && markBounds(title);
  const area = scene.plates.flatMap((mark) =>
    mark.kind === "path" ? (markBounds(mark) ?? []) : [],
  );
  expect(area).toHaveLength(1);
  for (const box of area) {
    expect(words?.x).toBeGreaterThan(box.x);
    expect(words?.y).toBeGreaterThan(box.y);
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThan(box.y + box.height);
  }
  expect(brokenLaws(scene)).toEqual([]);
  // The words of readers that cannot see stay those of the file.
  expect(scene.nodes.find(({ kind }) => kind === "call")?.title).toBe("F");
});

test("corners are cut off a plate as far as nothing stands in them", () => {
  const { document } = parse(TEXT);
  const cornersOf = (cut: readonly ("nw" | "ne" | "se" | "sw")[]) => {
    const line = { kind: "plate", role: "plain", title: "", nodes: ["Y", "Z"], cut } as const;
    const [plate] = draw(furnished(document, line)).plates;
    return plate?.kind === "path" ? plate.path.filter(({ kind }) => kind !== "close").length : 0;
  };
  expect(cornersOf([])).toBe(4);
  expect(cornersOf(["se"])).toBe(5);
  expect(cornersOf(["nw", "ne", "se", "sw"])).toBe(8);
});

test("a plate goes around the dots of a copy, and around the name of an array that goes out", () => {
  const { document } = parse(`${TEXT}W[t d] = exp(Y)\n`);
  const copied = draw(
    furnished(document, { kind: "plate", role: "copy", title: "Copy", nodes: ["copy:Y"] }),
  );
  const [plate] = copied.plates.flatMap((mark) => (mark.kind === "path" ? [mark] : []));
  const box = plate && markBounds(plate);
  const dots = copied.nodes.find(({ kind }) => kind === "copy");
  expect(box && dots && meets(box, dots.bounds)).toBe(true);
  expect(texts(copied)).toEqual(["Copy"]);
  expect(brokenLaws(copied)).toEqual([]);
  const named = draw(
    furnished(document, { kind: "plate", role: "output", title: "", nodes: ["output:W"] }),
  );
  expect(named.plates).toHaveLength(1);
  expect(brokenLaws(named)).toEqual([]);
});

test("every wire that leaves a figure is named at its end, unless it is named just before", () => {
  const { document } = parse("input X[t d]\nY[t e=3] = linear[d -> e](relu(tanh(exp(X))))\n");
  const ends = draw(document).labels.flatMap((mark) =>
    mark.kind === "text" && mark.axis !== undefined ? [mark.axis] : [],
  );
  expect(ends).toEqual(["t"]);
});

test("cups lose their arrows where the file says so", () => {
  const text =
    "input A[i k], B[k j], M[n p=n]\nC[i j] = dot[k](A, B)\nT = trace[n p](M)\nS[i j] = C * T\n";
  const arrows = (scene: Scene) =>
    scene.nodes
      .filter(({ node }) => node === "C" || node === "T")
      .flatMap(({ marks }) => marks.filter((mark) => mark.kind === "path" && mark.fill === "ink"));
  const { document } = parse(text);
  expect(arrows(draw(document))).toHaveLength(2);
  const plain = draw(furnished(document, { kind: "cups" }));
  expect(arrows(plain)).toEqual([]);
  expect(brokenLaws(plain)).toEqual([]);
});

test("a long wire is named again on its way, and a short one is not", () => {
  const namesOn = (count: number) => {
    const lines = Array.from({ length: count }, (_, i) => `A${i + 1}[t d] = softmax[d](A${i})`);
    const { document } = parse(`input A0[t d]\n${lines.join("\n")}\n`);
    const scene = draw(document);
    expect(brokenLaws(scene)).toEqual([]);
    return scene.labels.filter((mark) => mark.kind === "text" && mark.axis === "t").length;
  };
  expect(namesOn(1)).toBe(0);
  expect(namesOn(12)).toBeGreaterThanOrEqual(2);
  expect(namesOn(12)).toBeLessThanOrEqual(4);
});

test("lines about furniture read and print as they stand, and say what they lack", () => {
  const layout = [
    'plate attention "Core" Y Z',
    'callout Y dx=2 dy=-6 "A remark"',
    'callout Z "Another"',
    "cups plain",
    "picture X row=2",
    "picture output:Z",
    'picture output:Z row=0 added=inner-broadcasting from=X "$G$"',
    'plate copy cut=nw,se "" copy:X output:Z',
    'legend "d = 4"',
    "legend",
    "equation",
  ];
  const text = `${TEXT}\nlayout:\n${layout.map((line) => `  ${line}\n`).join("")}`;
  expect(parse(text).diagnostics).toEqual([]);
  const said = (line: string) =>
    parse(`${TEXT}\nlayout:\n  ${line}\n`).diagnostics.map(({ title }) => title);
  expect(said('plate pink "Core" Y')[0]).toMatch(/^Expected a colour: linear, embedding/);
  expect(said('plate plain cut=up "Core" Y')[0]).toMatch(/^Expected a corner: nw, ne, se, sw/);
  expect(said('title F "Core"')[0]).toBe("This line names nothing in the file; it is kept.");
  expect(said("title F Core")[0]).toMatch(/a text in double quotes/);
  expect(said("picture X row=-1")[0]).toMatch(/a whole number/);
  expect(said("picture X added=pink")[0]).toMatch(/^Expected a colour: broadcasting/);
  expect(said("picture X from=Q")[0]).toBe("This line names nothing in the file; it is kept.");
  expect(said("halo F/Y")[0]).toMatch(/^Expected `axis`/);
  expect(said("halo axis q")[0]).toBe("This line names nothing in the file; it is kept.");
  expect(said('plate plain "Core"')[0]).toMatch(/a node such as/);
  expect(said("callout Y remark")[0]).toMatch(/a text in double quotes/);
});
