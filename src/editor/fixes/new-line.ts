import { bodyAt } from "../edits/document-tree.ts";
import type { FixContext } from "./candidate.ts";
import type { Site } from "./site.ts";

/** The text with a line after the first lines of a body that say what comes in. */
export function withLineAfterInputs(
  { document, text, sources }: FixContext,
  { place }: Site,
  line: string,
): string | undefined {
  const body = bodyAt(document, place.body);
  const own = body.filter(({ kind }) => kind !== "block" && kind !== "custom");
  const first = own.find(({ kind }) => !FIRST.has(kind));
  const span = sources.get(first?.id ?? "");
  if (first === undefined || span === undefined) return undefined;
  const lines = text.split("\n");
  const at = span.line - 1 - first.lead.length;
  const indent = /^ */.exec(lines[span.line - 1] ?? "")?.[0] ?? "";
  return lines.toSpliced(at, 0, indent + line).join("\n");
}

const FIRST: ReadonlySet<string> = new Set(["size", "require", "multi", "input", "weight"]);
