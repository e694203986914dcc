import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mark } from "../../src/draw/mark.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { escapeXml, isXmlText } from "../../src/render/xml.ts";
import type { Scene, SceneNode } from "../../src/scene/scene.ts";
import { readXml, type XmlElement } from "../support/xml.ts";

const LINE: Mark = {
  kind: "strand",
  axis: "d",
  path: [
    { kind: "move", to: { x: 0, y: 10 } },
    { kind: "line", to: { x: 1 / 3, y: -0 } },
  ],
};

function node(fields: Partial<SceneNode>): SceneNode {
  return {
    id: "A",
    node: "A",
    definition: "",
    kind: "op",
    bounds: { x: 0, y: 0, width: 10, height: 10 },
    height: 0,
    marks: [],
    ports: [],
    title: "softmax over x",
    wrong: false,
    foldable: false,
    ...fields,
  };
}

function label(text: string, role: "axis" | "title" = "axis"): Mark {
  return { kind: "text", text, role, x: 5, y: 5, anchor: "middle" };
}

function scene(fields: Partial<Scene>): Scene {
  return {
    nodes: [],
    bundles: [],
    borders: [],
    columns: [],
    plates: [],
    dashes: [],
    labels: [],
    remarks: [],
    bounds: { x: -20, y: -20.12345, width: 100, height: 60 },
    ...fields,
  };
}

function render(fields: Partial<Scene>, options: Partial<Parameters<typeof renderSvg>[1]> = {}) {
  const source = "size d = 64\n";
  return renderSvg(scene(fields), { theme: "light", title: "A figure", source, ...options });
}

function elements(root: XmlElement): readonly XmlElement[] {
  return [root, ...root.children.flatMap(elements)];
}

describe("the file", () => {
  test("has bounds, title, description and source, and is the same each time", () => {
    const nodes = [node({ kind: "input", title: "input Q" }), node({ marks: [LINE] })];
    const { text, losses } = render({ nodes, labels: [label("\\bar{x}_1")] });
    const root = readXml(text);
    expect(root.attributes).toMatchObject({
      width: "100",
      height: "60",
      viewBox: "-20 -20.123 100 60",
      role: "img",
    });
    expect(root.children.slice(0, 3).map(({ name }) => name)).toEqual([
      "title",
      "desc",
      "metadata",
    ]);
    expect(root.children[0]?.text).toBe("A figure");
    expect(root.children[1]?.text).toBe("From left to right: input Q; softmax over x.");
    expect(root.children[2]?.children[0]?.text).toBe("size d = 64\n");
    expect(losses).toEqual([]);
    expect(render({ nodes, labels: [label("\\bar{x}_1")] }).text).toBe(text);
  });

  test("counts steps beyond the eightieth in its description", () => {
    const nodes = Array.from({ length: 90 }, (_, i) => node({ title: `step ${i}` }));
    expect(render({ nodes }).text).toContain("step 79; and 10 more.");
  });

  test("writes coordinates with three decimals and no negative zero", () => {
    expect(render({ plates: [LINE] }).text).toContain('d="M0 10L0.333 0"');
  });

  test("refuses coordinates that are not finite", () => {
    const path = [{ kind: "move", to: { x: Number.NaN, y: 0 } }] as const;
    expect(() => render({ plates: [{ kind: "path", path, stroke: "wire" }] })).toThrow(RangeError);
    const bounds = { x: 0, y: 0, width: Number.POSITIVE_INFINITY, height: 1 };
    expect(() => render({ bounds })).toThrow(RangeError);
  });
});

describe("labels", () => {
  test("are outlines that every use shares, and no font is named", () => {
    const root = readXml(render({ labels: [label("x"), label("x"), label("x_1")] }).text);
    const uses = elements(root).filter(({ name }) => name === "use");
    const paths = elements(root).filter(({ attributes }) => attributes["id"] !== undefined);
    expect(uses).toHaveLength(4);
    expect(paths).toHaveLength(2);
    const defined = paths.map(({ attributes }) => `#${attributes["id"]}`);
    expect(new Set(uses.map(({ attributes }) => attributes["href"]))).toEqual(new Set(defined));
    expect(elements(root).map(({ name }) => name)).not.toContain("text");
  });

  test("without an outline are text, and reported once", () => {
    const { text, losses } = render({ labels: [label("日本", "title"), label("日本", "title")] });
    expect(elements(readXml(text)).filter(({ name }) => name === "text").length).toBeGreaterThan(0);
    expect(losses.length).toBeGreaterThan(0);
    expect(new Set(losses).size).toBe(losses.length);
  });
});

describe("the theme", () => {
  test("paints the paper on a screen and leaves it to the page in print", () => {
    const paper = (theme: "light" | "dark" | "print") =>
      readXml(render({}, { theme }).text).children.find(({ name }) => name === "rect");
    expect(paper("light")?.attributes["fill"]).toBe("#ffffff");
    expect(paper("dark")?.attributes["fill"]).not.toBe("#ffffff");
    expect(paper("print")).toBeUndefined();
  });

  test("draws what is wrong in a colour of its own and says so", () => {
    const right = render({ nodes: [node({ marks: [LINE] })] }).text;
    const wrong = render({ nodes: [node({ marks: [LINE], wrong: true })] }).text;
    expect(wrong).toContain("One step has an error.");
    expect(wrong.match(/stroke="[^"]*"/)).not.toEqual(right.match(/stroke="[^"]*"/));
  });
});

describe("text of any kind", () => {
  const ELEMENTS = ["svg", "title", "desc", "metadata", "axisloom:source", "defs"];
  const DRAWN = ["g", "path", "circle", "rect", "use", "text"];

  test("never becomes markup, and comes back from the source as it was", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "</title><script>alert(1)</script>",
        '"><image href="x" onerror="alert(1)"/>',
        "]]><script/><![CDATA[",
        "&lt;b&gt; \r\n\t\u0000\uFFFF\uD800",
        "\\href{javascript:alert(1)}{x}",
        "\\class{a}{x} \\cssId{b}{y} \\style{fill:red}{z}",
      ),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        const nodes = [node({ title: text, marks: [label(text), label(text, "title")] })];
        const root = readXml(render({ nodes }, { title: text, source: text }).text);
        for (const { name, attributes } of elements(root)) {
          expect([...ELEMENTS, ...DRAWN]).toContain(name);
          expect(Object.keys(attributes).filter((key) => /^on|^style$/.test(key))).toEqual([]);
          expect(attributes["href"] ?? "#").toMatch(/^#/);
        }
        const source = elements(root).find(({ name }) => name === "axisloom:source")?.text;
        if (isXmlText(text)) expect(source).toBe(text);
        else expect(source).toContain("\uFFFD");
      }),
      { numRuns: 200 },
    );
  });

  test("keeps what XML can hold", () => {
    expect(escapeXml('a < b & "c" > d')).toBe("a &lt; b &amp; &quot;c&quot; &gt; d");
    expect(escapeXml("\u0007 \uD800 😀")).toBe("\uFFFD \uFFFD 😀");
    expect(escapeXml("one\r\ntwo")).toBe("one&#13;\ntwo");
  });
});
