import type { Document, Statement } from "../document/document.ts";

/**
 * The blocks that were entered, by the names that a newer document has for them: a block that only
 * changed its name is followed, and the way ends before one that has gone. While a line cannot be
 * read, what is missing may come back, so the way stays.
 */
export function followTrail(
  trail: readonly string[],
  before: Document | undefined,
  after: Document,
): readonly string[] {
  if (trail.length === 0) return trail;
  const names = blockNames(after);
  if (trail.every((block) => names.includes(block))) return trail;
  const olds = before === undefined ? [] : blockNames(before);
  const followed: string[] = [];
  for (const block of trail) {
    const name = names.includes(block) ? block : renamed(block, olds, names);
    if (name === undefined) return after.statements.some(isUnread) ? trail : followed;
    followed.push(name);
  }
  return followed;
}

function blockNames({ statements }: Document): readonly string[] {
  return statements.flatMap((line) => (line.kind === "block" ? line.name : []));
}

/** The new name at the old one's place, where nothing else has come or gone. */
function renamed(
  block: string,
  olds: readonly string[],
  news: readonly string[],
): string | undefined {
  const at = olds.indexOf(block);
  const name = news[at];
  if (at < 0 || name === undefined || olds.length !== news.length) return undefined;
  return olds.includes(name) ? undefined : name;
}

function isUnread({ kind }: Statement): boolean {
  return kind === "error";
}
