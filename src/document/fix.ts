/** One part of a text replaced by another; positions count characters from 0. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * How sure a fix is: `safe` changes nothing that was meant, `likely` is what was probably meant,
 * `asks` is one of several things that may be meant.
 */
export type Confidence = "safe" | "likely" | "asks";

/** A change that has been tried: it removes the mistake that it belongs to and makes none. */
export interface Fix {
  /** What it does, as a button says it: "Write `relu` instead of `rellu`". */
  readonly title: string;
  readonly confidence: Confidence;
  /** Of the text that the mistake was found in. */
  readonly change: TextChange;
}

/** The text after a change. */
export function changedText(text: string, { from, to, insert }: TextChange): string {
  return text.slice(0, from) + insert + text.slice(to);
}
