import { expect } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { openBlocks } from "../../src/cli/view.ts";
import type { Diagnostic, Span } from "../../src/document/diagnostic.ts";
import { emitJson } from "../../src/emit/json.ts";
import { emitPseudocode } from "../../src/emit/pseudocode.ts";
import { type Parsed, parse } from "../../src/language/parse.ts";
import { printVerbatim } from "../../src/language/print.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import type { Scene } from "../../src/scene/scene.ts";
import { inferDiagram } from "../../src/typing/infer.ts";

/** Everything that is made of a text. */
export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  readonly scene: Scene;
  readonly svg: string;
  readonly pseudocode: string;
  readonly json: string;
}

/** Takes a text through every stage; a test fails by what a stage throws. */
export function makeAll(text: string, open: readonly string[] = []): Made {
  const parsed = parse(text);
  const typed = inferDiagram(parsed.document);
  const document = openBlocks(parsed.document, typed, open);
  const diagnostics = [...parsed.diagnostics, ...typed.diagnostics];
  holdDiagnosticLaws(text, parsed, diagnostics);
  const scene = drawDiagram(typed, document);
  const source = printVerbatim(document);
  const title = parsed.document.header.find((line) => line.kind === "diagram");
  const svg = renderSvg(scene, {
    theme: "light",
    title: title?.kind === "diagram" ? title.text : "",
    source,
  }).text;
  expect(pictureOf(svg)).not.toMatch(/NaN|undefined|Infinity/);
  return {
    diagnostics,
    scene,
    svg,
    pseudocode: emitPseudocode(document, typed),
    json: emitJson(source, typed),
  };
}

/** An SVG file without the source text inside it. */
export function pictureOf(svg: string): string {
  return svg.replace(/<metadata>.*?<\/metadata>/s, "");
}

/** How many diagnostics are errors. */
export function countErrors(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

/** Codes and titles, one line each. */
export function titles(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({ code, title }) => `${code} ${title}`);
}

/** The text of every preset by name. */
export async function presetTexts(): Promise<ReadonlyMap<string, string>> {
  const texts = await Promise.all(
    PRESETS.map(async ({ name, load }): Promise<[string, string]> => [name, await load()]),
  );
  return new Map(texts);
}

function holdDiagnosticLaws(
  text: string,
  parsed: Parsed,
  diagnostics: readonly Diagnostic[],
): void {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  for (const diagnostic of diagnostics) {
    const { code, title, why } = diagnostic;
    expect(code).toMatch(/^[TNS]\d\d$/);
    for (const sentence of [title, ...why]) {
      expect(sentence).toMatch(/[.?]$/);
      expect(sentence).not.toMatch(/undefined|NaN|\[object|[A-Za-z0-9]#\d/);
    }
    const span = spanOf(diagnostic, parsed);
    const width = lines[(span?.line ?? 0) - 1]?.length ?? -1;
    const said = `${code} ${title} at ${JSON.stringify(span)}`;
    expect(span?.column, said).toBeGreaterThanOrEqual(1);
    expect(span?.column, said).toBeLessThanOrEqual(width + 1);
    expect(span?.endColumn, said).toBeGreaterThanOrEqual(span?.column ?? 0);
  }
}

function spanOf({ place }: Diagnostic, { source }: Parsed): Span | undefined {
  const { node = "", part, span } = place;
  return span ?? source.get(`${node}#${part}`) ?? source.get(node);
}
