import type { ThemeName } from "../draw/theme.ts";
import { emitJson } from "../emit/json.ts";
import { emitPseudocode } from "../emit/pseudocode.ts";
import { renderSvg } from "../render/svg.ts";
import { closedCalls } from "../scene/closed-calls.ts";
import { titleOf } from "./header.ts";
import { finalScene } from "./pipeline.ts";
import type { Reading } from "./reading.ts";

/** What the editor exports. */
export type ExportName = "svg" | "pseudocode" | "json";

/** One format as the export dialog lists it. */
export interface ExportFormat {
  readonly name: ExportName;
  readonly title: string;
  /** What it is good for, in a few words. */
  readonly line: string;
  readonly group: "Figure" | "Text and data";
  readonly ending: string;
  readonly type: string;
}

/** Every format, in the order of the dialog. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    name: "svg",
    title: "SVG",
    line: "Vector, for the web and for papers",
    group: "Figure",
    ending: ".svg",
    type: "image/svg+xml",
  },
  {
    name: "pseudocode",
    title: "Pseudocode",
    line: "Shapes on every line",
    group: "Text and data",
    ending: ".ncd",
    type: "text/plain",
  },
  {
    name: "json",
    title: "JSON",
    line: "Text and types, for programs",
    group: "Text and data",
    ending: ".json",
    type: "application/json",
  },
];

/** A file made of a diagram, with what it could not express. */
export interface Exported {
  readonly text: string;
  readonly losses: readonly string[];
}

/** Makes a file of what is open; problems never stand in the way. */
export async function exportDiagram(
  format: ExportName,
  reading: Reading,
  theme: ThemeName,
): Promise<Exported> {
  switch (format) {
    case "svg": {
      const scene = await finalScene(reading);
      const { text, losses } = renderSvg(scene, {
        theme,
        title: titleOf(reading.document),
        source: reading.text,
      });
      return { text, losses: [...losses, ...closedCalls(scene)] };
    }
    case "pseudocode":
      return { text: emitPseudocode(reading.document, reading.typed), losses: [] };
    case "json":
      return { text: emitJson(reading.text, reading.typed), losses: [] };
  }
}
