import type { Diagnostic } from "../document/diagnostic.ts";
import { openFile } from "../language/file.ts";
import { readText } from "./pipeline.ts";

/** What a file holds for us: a text to open, or the reason why it is not one of ours. */
export type FileText =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "foreign";
      readonly says: string;
      /** The text that could be opened all the same. */
      readonly readable?: string;
    };

/** Takes the diagram out of a `.ncd` text, a JSON export or an SVG that Axisloom exported. */
export function readFileText(name: string, content: string): FileText {
  const opened = openFile(content);
  if (!opened.ok) return { kind: "foreign", says: sentence(name, opened.diagnostic) };
  const { document, diagnostics } = readText(opened.text);
  const good = document.statements.filter((each) => each.kind !== "error").length;
  const bad = document.statements.length - good;
  const first = diagnostics.find((each) => each.severity === "error");
  // More bad lines than good ones: not our language, or a file that was damaged.
  if (first === undefined || bad <= good + document.header.length) {
    return { kind: "text", text: opened.text };
  }
  const says = sentence(name, first);
  return good + document.header.length > 0
    ? { kind: "foreign", says, readable: opened.text }
    : { kind: "foreign", says };
}

function sentence(name: string, { title, place }: Diagnostic): string {
  const { line = 1, column = 1 } = place.span ?? {};
  return `\`${name}\`, line ${line}, column ${column}: ${title}`;
}
