import type { NodeId } from "./document.ts";

/** Parts of what an operation draws: strands that change places, cups, strands that end on a dot. */
const GLYPH_PARTS = ["swap", "cup", "diagonal"] as const;

export type GlyphPart = (typeof GLYPH_PARTS)[number];

/** Parts of the way of an array: the dots where it is copied, and where it leaves the figure. */
const ARRAY_PARTS = ["copy", "output"] as const;

export type Part = GlyphPart | (typeof ARRAY_PARTS)[number];

const PARTS: readonly Part[] = [...ARRAY_PARTS, ...GLYPH_PARTS];
const PART = new RegExp(`^((?:.*/)?)(${PARTS.join("|")}):([^/]*)$`);

/**
 * `F/copy:X` and `F/output:X` in the layout are parts of the array `F/X`, `F/swap:S.1`, `F/cup:S.1` and
 * `F/diagonal:S.1` of the operation `F/S.1`. Gives what they are parts of; `undefined` for any other name.
 */
export function namedPart(name: NodeId): { readonly of: NodeId; readonly part: Part } | undefined {
  const [, block = "", word, rest = ""] = PART.exec(name) ?? [];
  const part = PARTS.find((each) => each === word);
  return part === undefined ? undefined : { of: block + rest, part };
}

/** Whether it is a part of what an operation draws, not of an array. */
export function isGlyphPart(part: Part): part is GlyphPart {
  return GLYPH_PARTS.some((each) => each === part);
}

/** What such a part of an array or an operation is called. */
export function partOf(whole: NodeId, part: Part): NodeId {
  const at = whole.lastIndexOf("/") + 1;
  return `${whole.slice(0, at)}${part}:${whole.slice(at)}`;
}

/** Renames a node, or the array or operation that a part is of. */
export function throughPart<Name extends NodeId | undefined>(
  name: NodeId,
  nameOf: (name: NodeId) => Name,
): NodeId | Name {
  const found = namedPart(name);
  if (found === undefined) return nameOf(name);
  const whole = nameOf(found.of);
  return whole === undefined ? whole : partOf(whole, found.part);
}
