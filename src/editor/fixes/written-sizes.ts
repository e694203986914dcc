import type { Span } from "../../document/diagnostic.ts";
import type { FixContext } from "./candidate.ts";
import { lineText, withLineText } from "./lines.ts";

/** The text with another value for a size of the file. */
export function withSizeValue(
  context: FixContext,
  name: string,
  value: string,
): string | undefined {
  return withWritten(context, name, ` = ${value}`);
}

/** The text in which a size of the file has no value. */
export function withoutSizeValue(context: FixContext, name: string): string | undefined {
  return withWritten(context, name, "");
}

/** The text with something else, or nothing, behind the name of a size of the file. */
function withWritten(context: FixContext, name: string, written: string): string | undefined {
  const span = nameSpan(context, name);
  if (span === undefined) return undefined;
  return withLineText(context, span.line, (old) => {
    const rest = old.slice(span.endColumn - 1).replace(/^\s*=\s*(\([^)]*\)|[^,#]*[^,#\s])/, "");
    return old.slice(0, span.endColumn - 1) + written + rest;
  });
}

/** The entries of a table of sizes, as they are written. */
export function writtenEntries(context: FixContext, name: string): readonly string[] {
  const span = nameSpan(context, name);
  const line = lineText(context, span?.line ?? 0);
  const list = /^\s*=\s*\(([^)]*)\)/.exec(line.slice((span?.endColumn ?? 1) - 1))?.[1] ?? "";
  return list.split(",").map((entry) => entry.trim());
}

/** Where the name of a size of the file stands on the line that gives it. */
function nameSpan({ document, sources }: FixContext, name: string): Span | undefined {
  const statement = document.statements.find(
    (each) => each.kind === "size" && each.sizes.some((size) => size.name === name),
  );
  return sources.get(`${statement?.id}#result ${name}`);
}
