import { parseSize } from "../../shapes/parse.ts";
import { type Size, symbol } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";

/** The size that a text stands for, every name being a symbol or a table; a text that is none throws. */
export function size(text: string): Size {
  const parsed = parseSize(text);
  if (!parsed.ok) throw new RangeError(`${text}: ${parsed.complaint.says}`);
  const found = sizeOf(parsed.value, { size: symbol, table: () => [] });
  if (found === undefined) throw new RangeError(`${text} is not a size.`);
  return found;
}
