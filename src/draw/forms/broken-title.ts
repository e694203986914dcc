import { proseWords } from "../inline-maths.ts";
import { measureText } from "../label.ts";
import { SPACING } from "../slab.ts";

const WIDEST_TITLE = 5 * SPACING;

/** A text in lines of at most `widest`, broken between words; a longer word or formula stands alone. */
export function brokenTitle(text: string, widest = WIDEST_TITLE): readonly string[] {
  const lines: string[] = [];
  for (const word of proseWords(text)) {
    const last = lines.at(-1);
    const longer = `${last ?? ""} ${word}`;
    if (last !== undefined && measureText(longer, "title").width <= widest) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
