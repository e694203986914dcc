/** Names as a phrase: `k`, `k and h`, `b, k and h`; choices are joined by "or". */
export function listed(names: readonly string[], last: "and" | "or" = "and"): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} ${last} ${names.at(-1)}`;
}

/** Names in code style for a message: "`k` and `h`". */
export function quoted(names: readonly string[], last?: "and" | "or"): string {
  return listed(
    names.map((name) => `\`${name}\``),
    last,
  );
}

/** "softmax over x"; just the first words when there are no axes. */
export function overAxes(words: string, axes: readonly string[]): string {
  return axes.length > 0 ? `${words} over ${listed(axes)}` : words;
}

/** "split d into h and k" */
export function fromInto(words: string, from: readonly string[], into: readonly string[]): string {
  return `${words} ${listed(from)} into ${listed(into)}`;
}
