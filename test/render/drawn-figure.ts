import type { ThemeName } from "../../src/draw/theme.ts";
import { exportDiagram } from "../../src/editor/exports.ts";
import { derive } from "../../src/editor/pipeline.ts";

/** The figure that a text is exported as, through every stage from the text on. */
export async function drawFigure(text: string, theme: ThemeName): Promise<string> {
  return (await exportDiagram("svg", derive(text), theme)).text;
}
