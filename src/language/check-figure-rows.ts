import type { HeaderLine } from "../document/document.ts";
import type { LineReader } from "./line-reader.ts";
import type { PlacedLine } from "./read-layout.ts";

/** Remarks on rows of diagrams that are not drawn, or not as they stand. */
export function checkFigureRows(
  reader: LineReader,
  layout: readonly PlacedLine[],
  header: readonly HeaderLine[],
): void {
  const main = header.find((line) => line.kind === "main");
  const taken = new Set<string>();
  for (const { line, content } of layout) {
    if (content.kind !== "figure") continue;
    const open = content.parts.filter(({ closed }) => closed !== true);
    const twice = open.find(({ block }, i) => {
      const isRepeated = open.findIndex((part) => part.block === block) < i;
      return isRepeated || taken.has(block);
    });
    for (const { block } of open) taken.add(block);
    const says =
      main === undefined
        ? twice && `\`${twice.block}\` stands in the figure already; a block is drawn once in it.`
        : `\`main ${main.block}\` makes one block the picture; this row is drawn without that line.`;
    if (says === undefined) continue;
    reader.report(line, { says, column: 1, endColumn: line.text.length + 1 }, "info");
  }
}
