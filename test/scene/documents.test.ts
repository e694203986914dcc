import { describe, expect, test } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram, drawDiagramWithElk } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { disturbedByOpening, expectSceneLaws } from "../support/scene-laws.ts";
import { SMALL_DOCUMENTS } from "../support/small-documents.ts";
import { blockViews, callsIn, closedView, openView } from "../support/views.ts";

function draw(document: Document): Scene {
  return drawDiagram(inferDiagram(document), document);
}

describe.each(SMALL_DOCUMENTS)("$about", ({ text }) => {
  const { document } = parse(text);
  const calls = callsIn(document);

  test("is a figure that keeps every law, with its blocks closed, one open and all open", () => {
    const closed = draw(closedView(document));
    expectSceneLaws(closed, "closed");
    for (const call of calls) {
      const open = draw(openView(document, [call]));
      expectSceneLaws(open, call);
      expect(disturbedByOpening(closed, open), call).toEqual([]);
    }
    expectSceneLaws(draw(openView(document, calls)), "open");
    for (const [name, shown] of blockViews(document)) expectSceneLaws(draw(shown), name);
  });

  test("is drawn the same every time, and keeps the laws in its final order too", async () => {
    const open = openView(document, calls);
    expect(draw(open)).toEqual(draw(open));
    expectSceneLaws(await drawDiagramWithElk(inferDiagram(open), open));
  });
});
