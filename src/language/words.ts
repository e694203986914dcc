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

/** The word that starts lines and is one slip away from this one. */
export function nearestWord(word: string): string | undefined {
  if (word.length < 3 || word.length > 10) return undefined;
  return [...STATEMENT_WORDS, ...HEADER_WORDS].find((known) => isOneSlip(word, known));
}

/** Whether one letter more, less, changed or swapped with its neighbour makes the words equal. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Words that cannot name arrays, layers or blocks (N13). */
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  ...STATEMENT_WORDS,
  "load",
  ...LITERAL_WORDS,
  ...OPERATOR_WORDS,
]);
