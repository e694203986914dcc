import type { SourceMap } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";

/** The innermost statement or expression at a place of the text; on the rest of its line, the statement. */
export function nodeAt(
  sources: SourceMap,
  at: { readonly line: number; readonly column: number },
): NodeId | undefined {
  let best: { readonly node: NodeId; readonly width: number } | undefined;
  let onLine: { readonly node: NodeId; readonly column: number } | undefined;
  for (const [key, span] of sources) {
    if (span.line !== at.line || key.includes("#")) continue;
    if (onLine === undefined || span.column < onLine.column)
      onLine = { node: key, column: span.column };
    const width = span.endColumn - span.column;
    const holds = at.column >= span.column && at.column <= span.endColumn;
    if (holds && (best === undefined || width < best.width)) best = { node: key, width };
  }
  return best?.node ?? onLine?.node;
}
