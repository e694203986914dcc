import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { openBlocks, showBlock } from "../../src/cli/view.ts";
import type { Document } from "../../src/document/document.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagramWithElk } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { overlapsOf } from "../support/overlaps.ts";

async function overlapsIn(document: Document): Promise<readonly string[]> {
  const scene = await drawDiagramWithElk(inferDiagram(document), document);
  // The smallest figure is one operation between an array that comes in and one that goes out.
  expect(scene.nodes.length).toBeGreaterThanOrEqual(3);
  return overlapsOf(scene);
}

describe.each(PRESETS)("in the figure of preset $name nothing covers anything else", ({ load }) => {
  test("as the file arranges it", async () => {
    expect(await overlapsIn(parse(await load()).document)).toEqual([]);
  });

  test("with every block open", async () => {
    const { document } = parse(await load());
    expect(await overlapsIn(openBlocks(document, inferDiagram(document), ["all"]))).toEqual([]);
  });

  test("with every block closed, and for each block on its own", async () => {
    const { document } = parse(await load());
    const closed = { ...document, layout: document.layout.filter(({ kind }) => kind !== "open") };
    expect(await overlapsIn(closed)).toEqual([]);
    for (const statement of document.statements) {
      if (statement.kind !== "block") continue;
      expect(await overlapsIn(showBlock(document, statement.name)), statement.name).toEqual([]);
    }
  });
});
