/** Words in a field of one line: a line break is `\n` there, as in the file, and `\nu` is `\\nu`. */
export function proseInField(text: string): string {
  return text.replace(/\\(?=[\\n\n]|$)/g, "\\\\").replaceAll("\n", "\\n");
}

/** The words that such a field holds. */
export function proseFromField(written: string): string {
  return written.replace(/\\([\\n])/g, (_, escaped) => (escaped === "n" ? "\n" : "\\"));
}
