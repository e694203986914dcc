import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import type { Document } from "../../src/document/document.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram, drawDiagramWithElk } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { disturbedByOpening, expectSceneLaws } from "../support/scene-laws.ts";
import { blockViews, callsIn, closedView, openView, unwrapped } from "../support/views.ts";

function draw(document: Document): Scene {
  return drawDiagram(inferDiagram(document), document);
}

function drawFinally(document: Document): Promise<Scene> {
  return drawDiagramWithElk(inferDiagram(document), document);
}

describe.each(PRESETS)("the figure of preset $name keeps every law", ({ load }) => {
  test("as the file arranges it, with all blocks closed and with all open", async () => {
    const { document } = parse(await load());
    expectSceneLaws(await drawFinally(document), "as it is");
    expectSceneLaws(await drawFinally(closedView(document)), "closed");
    expectSceneLaws(await drawFinally(openView(document, callsIn(document))), "open");
  });

  test("with each of its blocks as the figure, open and closed", async () => {
    const { document } = parse(await load());
    for (const [name, shown] of blockViews(document)) {
      expectSceneLaws(draw(closedView(shown)), `${name}, closed`);
      expectSceneLaws(draw(openView(shown, callsIn(shown))), `${name}, open`);
    }
  });

  test("with any one call open, which leaves the rest of the figure in one row as it is", async () => {
    const document = unwrapped(parse(await load()).document);
    const closed = draw(closedView(document));
    const calls = callsIn(document);
    const all = draw(openView(document, calls));
    for (const call of calls) {
      const open = draw(openView(document, [call]));
      expectSceneLaws(open, call);
      expect(disturbedByOpening(closed, open), call).toEqual([]);
      const others = draw(
        openView(
          document,
          calls.filter((other) => other !== call),
        ),
      );
      expect(disturbedByOpening(others, all), `${call} last`).toEqual([]);
    }
  });

  test("with every block as the figure and one of its calls open", async () => {
    const { document } = parse(await load());
    for (const [name, shown] of blockViews(document)) {
      for (const call of callsIn(shown).filter((id) => id.startsWith(`${name}/`))) {
        expectSceneLaws(draw(openView(shown, [call])), `${name} with ${call}`);
      }
    }
  });
});
