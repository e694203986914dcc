import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { showBlock } from "../../src/cli/view.ts";
import type { Document } from "../../src/document/document.ts";
import { parse } from "../../src/language/parse.ts";
import { drawDiagramWithElk } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { type Part, type PublishedFigure, publishedAsOurs } from "../support/published-figure.ts";
import { readDiagram, readRelations } from "../support/read-figure.ts";
import { closedView, unwrapped } from "../support/views.ts";

const FOLDER = new URL("../data/figures/", import.meta.url);
const figures = readdirSync(FOLDER).map((name): PublishedFigure => {
  return JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
});

function draw(document: Document): Promise<Scene> {
  return drawDiagramWithElk(inferDiagram(document), document);
}

async function documentOf(preset: string): Promise<Document> {
  const found = PRESETS.find(({ name }) => name === preset);
  // Glyphs are read from left to right, so not in rows, and blocks that are not open on their own.
  return closedView(unwrapped(parse((await found?.load()) ?? "").document));
}

function withReasons({ figure, differences, namesReason }: PublishedFigure): string {
  const reasons = [...new Set([namesReason, ...differences.map(({ reason }) => reason)])];
  const said = reasons.filter((reason) => reason !== undefined);
  return said.length === 0 ? figure : `${figure}, but: ${said.join(" ")}`;
}

describe("every published figure has its preset, and every such preset its figure", () => {
  it("in the group of the gallery", () => {
    const presets = PRESETS.filter(({ group }) => group === "Figures of the paper");
    expect(presets.map(({ name }) => name).toSorted()).toEqual(
      figures.map(({ preset }) => preset).toSorted(),
    );
  });
});

describe("the picture of a preset reads as published", () => {
  it.each(figures.map((figure) => [withReasons(figure), figure] as const))(
    "%s",
    async (_, figure) => {
      const document = await documentOf(figure.preset);
      const scene = await draw(document);
      expect(readRelations(scene)).toEqual(figure.relations);
      for (const diagram of figure.diagrams) {
        const { block } = diagram;
        const shown = diagram.alone === true ? await draw(showBlock(document, block)) : scene;
        const seen = readDiagram(shown, block);
        const expected = (part: Part) => publishedAsOurs(figure, diagram, part);
        expect(seen, block).toEqual({
          takes: expected("takes"),
          steps: expected("steps"),
          gives: expected("gives"),
        });
      }
    },
  );
});
