/** The words that start the lines of a header. */
export const HEADER_WORDS = ["ncd", "diagram", "source", "note", "main"] as const;

/** The words that start statements. */
export const STATEMENT_WORDS = [
  "size",
  "require",
  "multi",
  "input",
  "output",
  "weight",
  "layer",
  "block",
  "custom",
  "repeat",
  "scan",
  "each",
  "carry",
  "collect",
  "save",
] as const;

export type HeaderWord = (typeof HEADER_WORDS)[number];
export type StatementWord = (typeof STATEMENT_WORDS)[number];

/** Words that stand for a number where a value is expected. */
export const LITERAL_WORDS: ReadonlySet<string> = new Set(["inf", "pi", "true", "false"]);

/** Words between values. */
export const OPERATOR_WORDS: ReadonlySet<string> = new Set(["of", "and", "or", "not"]);

/** Words that cannot name arrays, layers or blocks (N13). */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...STATEMENT_WORDS,
  "load",
  ...LITERAL_WORDS,
  ...OPERATOR_WORDS,
]);
