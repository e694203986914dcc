/** What a search looks at. */
export interface Searchable {
  readonly title: string;
  readonly words: readonly string[];
}

/**
 * The things that a query means, best first: by title, then by the word or sign of the language and
 * its synonyms, then by parts of either. Without a query everything, in the given order.
 */
export function search<T extends Searchable>(things: readonly T[], query: string): readonly T[] {
  const wanted = plain(query);
  if (wanted === "") return things;
  return things
    .map((thing, at) => ({ thing, at, rank: rankOf(thing, wanted) }))
    .filter(({ rank }) => rank < MISS)
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ thing }) => thing);
}

const MISS = 100;

function rankOf({ title, words }: Searchable, wanted: string): number {
  const named = plain(title);
  const others = words.map(plain);
  if (others[0] === wanted || named === wanted) return 0;
  if (named.startsWith(wanted)) return 1;
  const same = others.indexOf(wanted);
  if (same >= 0) return 2 + same / (others.length + 1);
  if (others[0]?.startsWith(wanted)) return 3;
  if (named.split(" ").some((word) => word.startsWith(wanted))) return 4;
  if (others.some((word) => word.startsWith(wanted))) return 5;
  if (named.includes(wanted)) return 6;
  if (wanted.length > 2 && others.some((word) => word.includes(wanted))) return 7;
  const parts = wanted.split(" ");
  if (parts.length < 2) return MISS;
  const all = [named, ...others].join(" ");
  return parts.every((part) => all.includes(part)) ? 8 : MISS;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll("_", " ");
}
