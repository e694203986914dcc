import { withWords } from "../../draw/inline-maths.ts";

/** Words in a field of one line: a line break is `\n` there, as in the file, but not in maths. */
export function proseInField(text: string): string {
  return withWords(text, (words) =>
    words.replace(/\\(?=[\\n\n]|$)/g, "\\\\").replaceAll("\n", "\\n"),
  );
}

/** The words that such a field holds. */
export function proseFromField(written: string): string {
  return withWords(written, (words) =>
    words.replace(/\\([\\n])/g, (_, escaped) => (escaped === "n" ? "\n" : "\\")),
  );
}
