/** `$` to `$` in one line, without a space inside either and no digit behind: `$5 and $6` are prices. */
const MATHS = String.raw`\$(?![\s$])((?:\\[^\n]|[^\\$\n])*(?:\\\S|[^\\$\s]))\$(?!\d)`;
const PIECE = new RegExp(String.raw`\\\$|${MATHS}`, "g");
const WORD = new RegExp(String.raw`(?:\\\$|${MATHS}|\S)+`, "g");

/** Words as they are read, or LaTeX between dollar signs. */
export interface ProsePiece {
  readonly kind: "words" | "maths";
  readonly text: string;
}

/** The words and the maths of a title or remark; a dollar sign of the words is alone or `\$`. */
export function prosePieces(text: string): readonly ProsePiece[] {
  const pieces: ProsePiece[] = [];
  let words = "";
  let end = 0;
  for (const match of text.matchAll(PIECE)) {
    words += text.slice(end, match.index);
    end = match.index + match[0].length;
    const maths = match[1];
    if (maths === undefined) {
      words += "$";
      continue;
    }
    if (words !== "") pieces.push({ kind: "words", text: words });
    pieces.push({ kind: "maths", text: maths });
    words = "";
  }
  words += text.slice(end);
  return words === "" ? pieces : [...pieces, { kind: "words", text: words }];
}

/** The text with its words put another way and its maths as it stands. */
export function withWords(text: string, change: (words: string) => string): string {
  let changed = "";
  let start = 0;
  for (const match of text.matchAll(PIECE)) {
    if (match[1] === undefined) continue;
    changed += change(text.slice(start, match.index)) + match[0];
    start = match.index + match[0].length;
  }
  return changed + change(text.slice(start));
}

/** What stands between spaces; maths is not parted at its own. */
export function proseWords(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}
