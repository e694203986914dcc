import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { texComplaint } from "../draw/typeset.ts";

/**
 * Labels that are no LaTeX: the picture shows their letters as they stand, and each is a warning at
 * the text of the label. They are found by setting them, so a document is read and typed without.
 */
export function labelProblems({ layout }: Document): readonly Diagnostic[] {
  return layout.flatMap((line, at): Diagnostic[] => {
    if (line.kind !== "label") return [];
    const complaint = texComplaint(line.tex);
    if (complaint === undefined) return [];
    const what = line.of === "custom" ? "custom function" : line.of;
    return [
      {
        code: "T01",
        severity: "warning",
        title: `The label of ${what} \`${line.name}\` is shown as it stands.`,
        place: { node: "layout", part: `line ${at}` },
        why: [complaint],
      },
    ];
  });
}
