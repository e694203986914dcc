import type { Diagnostic } from "../document/diagnostic.ts";
import type { Document, LayoutLine } from "../document/document.ts";
import { prosePieces } from "../draw/inline-maths.ts";
import { texComplaint } from "../draw/typeset.ts";

/**
 * Labels and maths in remarks that are no LaTeX: the picture shows their letters as they stand, and
 * each is a warning at its text. They are found by setting them, so a document is read and typed without.
 */
export function labelProblems({ layout }: Document): readonly Diagnostic[] {
  return layout.flatMap((line, at): Diagnostic[] => {
    const why = line.kind === "label" ? [line.tex].flatMap(complaintsOf) : mathsComplaints(line);
    if (why.length === 0) return [];
    const title = `The ${subjectOf(line)} is shown as it stands.`;
    const place = { node: "layout", part: `line ${at}` };
    return [{ code: "T01", severity: "warning", title, place, why }];
  });
}

function subjectOf(line: LayoutLine): string {
  if (line.kind !== "label") return `maths of this ${line.kind}`;
  return `label of ${line.of === "custom" ? "custom function" : line.of} \`${line.name}\``;
}

function complaintsOf(tex: string): readonly string[] {
  const complaint = texComplaint(tex);
  return complaint === undefined ? [] : [complaint];
}

function mathsComplaints(line: LayoutLine): readonly string[] {
  return proseOf(line).flatMap((text) => [
    ...prosePieces(text).flatMap((piece) =>
      piece.kind === "maths" ? complaintsOf(piece.text) : [],
    ),
    ...brokenCommands(text),
  ]);
}

/** The words of a line that may hold maths. */
function proseOf(line: LayoutLine): readonly string[] {
  switch (line.kind) {
    case "plate":
      return [line.title];
    case "title":
    case "callout":
      return [line.text];
    case "picture":
      return [line.words ?? ""];
    case "figure":
      return line.parts.map(({ relation }) => relation?.words ?? "");
    default:
      return [];
  }
}

/** Maths that a line break parts because its command begins as one: `\nu` is read as a break and `u`. */
function brokenCommands(text: string): readonly string[] {
  if (!text.includes("$") || !text.includes("\n")) return [];
  const whole = prosePieces(text.replaceAll("\n", "\\n"));
  return whole.flatMap(({ kind, text: tex }) => {
    const command = kind === "maths" ? /\\n[a-zA-Z]+/.exec(tex)?.[0] : undefined;
    if (command === undefined || text.includes(tex) || texComplaint(tex) !== undefined) return [];
    return [`\`\\n\` breaks the line; in maths, \`${command}\` is written \`\\${command}\`.`];
  });
}
