import type { Diagnostic } from "../document/diagnostic.ts";

/** The longest word or number that is shown whole. */
const MOST_LETTERS = 60;

/** The longest sentence. */
const MOST_IN_ALL = 400;

const LONG_WORD = new RegExp(`[^\\s\`]{${MOST_LETTERS + 1},}`, "g");

/** The diagnostic with what nobody reads cut out: numbers of hundreds of digits, endless names and lists. */
export function readable(diagnostic: Diagnostic): Diagnostic {
  const { title, why, labels = [] } = diagnostic;
  const sentences = [title, ...why, ...labels.map(({ text }) => text)];
  if (sentences.every((sentence) => shorten(sentence) === sentence)) return diagnostic;
  return {
    ...diagnostic,
    title: shorten(title),
    why: why.map(shorten),
    labels: labels.map(({ at, text }) => ({ at, text: shorten(text) })),
  };
}

function shorten(sentence: string): string {
  if (sentence.length <= MOST_LETTERS) return sentence;
  const cut = sentence.replace(LONG_WORD, (word) => cutOut(word, MOST_LETTERS));
  return cutOut(cut, MOST_IN_ALL);
}

/** Keeps the beginning and a little of the end, where a sentence has its full stop. */
function cutOut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor(most / 4);
  return `${text.slice(0, most - end - 1)}…${text.slice(-end)}`;
}
