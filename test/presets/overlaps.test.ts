import { expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagramWithElk } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { overlapsOf } from "../support/overlaps.ts";

test.each(PRESETS)(
  "nothing in the figure of preset $name covers anything else",
  async ({ load }) => {
    const { document } = parse(await load());
    const scene = await drawDiagramWithElk(inferDiagram(document), document);
    expect(scene.nodes.length).toBeGreaterThan(3);
    expect(overlapsOf(scene)).toEqual([]);
  },
);
