import type { ThemeName } from "../draw/theme.ts";
import { emitJson } from "../emit/json.ts";
import { emitPseudocode } from "../emit/pseudocode.ts";
import { printVerbatim } from "../language/print.ts";
import { renderSvg } from "../render/svg.ts";
import { drawDiagramWithElk } from "../scene/build.ts";
import { closedCalls } from "../scene/closed-calls.ts";
import type { OpenedDiagram } from "./diagram.ts";
import type { AvailableFormat } from "./formats.ts";

/** An exported text, and what it could not express, one sentence each. */
export interface Written {
  readonly text: string;
  readonly losses: readonly string[];
}

/** Writes a diagram in a format; without a theme it is the one that the file names. */
export async function writeFormat(
  format: AvailableFormat,
  { document, typed }: OpenedDiagram,
  theme: ThemeName | undefined,
): Promise<Written> {
  switch (format) {
    case "pseudocode":
      return { text: emitPseudocode(document, typed), losses: [] };
    case "json":
      return { text: emitJson(printVerbatim(document), typed), losses: [] };
    case "svg": {
      const [title] = document.header.flatMap((line) =>
        line.kind === "diagram" ? [line.text] : [],
      );
      const named = document.layout.findLast((line) => line.kind === "theme")?.theme;
      const scene = await drawDiagramWithElk(typed, document);
      const { text, losses } = renderSvg(scene, {
        theme: theme ?? named ?? "light",
        title: title ?? "Neural circuit diagram",
        source: printVerbatim(document),
      });
      return { text, losses: [...losses, ...closedCalls(scene)] };
    }
  }
}
