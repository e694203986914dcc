import type { Candidate, FixContext } from "./candidate.ts";

/** The text with one of its lines, counted from 1, put another way; absent where it stays the same. */
export function withLineText(
  { text }: FixContext,
  line: number,
  change: (old: string) => string,
): string | undefined {
  const lines = text.split(/(?<=\r\n|\r(?!\n)|\n)/);
  const old = lines[line - 1];
  if (old === undefined) return undefined;
  const end = /[\r\n]*$/.exec(old)?.[0] ?? "";
  const changed = change(old.slice(0, old.length - end.length)) + end;
  return changed === old ? undefined : lines.with(line - 1, changed).join("");
}

/** The text of a line, counted from 1. */
export function lineText({ text }: FixContext, line: number): string {
  return text.split(/\r\n|\r|\n/)[line - 1] ?? "";
}

/** The text without one of its lines. */
export function withoutLine({ text }: FixContext, line: number): string {
  return text
    .split(/(?<=\r\n|\r(?!\n)|\n)/)
    .toSpliced(line - 1, 1)
    .join("");
}

/** Each whole number of a line one less and one more. */
export function* nearNumbers(context: FixContext, line: number): Iterable<Candidate> {
  const found = [...lineText(context, line).matchAll(/(?<![\w'.])\d{1,9}(?![\w'.])/g)];
  for (const step of [-1, 1]) {
    for (const { 0: digits, index } of found.toReversed()) {
      const next = Number(digits) + step;
      if (next < 0) continue;
      yield {
        title: `Write ${next} instead of ${digits}`,
        confidence: "asks",
        apply: () =>
          withLineText(
            context,
            line,
            (old) => old.slice(0, index) + next + old.slice(index + digits.length),
          ),
      };
    }
  }
}
