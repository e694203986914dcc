import type { NodeId } from "./document.ts";

const PART = /^((?:.*\/)?)(copy|output):([^/]*)$/;

/**
 * `F/copy:X` and `F/output:X` in the layout: the dots where an array is copied, and where it leaves the
 * figure. Gives `F/X` and the word; `undefined` for any other name.
 */
export function arrayPart(
  name: NodeId,
): { readonly array: NodeId; readonly part: "copy" | "output" } | undefined {
  const [, block = "", part, array = ""] = PART.exec(name) ?? [];
  return part === "copy" || part === "output" ? { array: block + array, part } : undefined;
}

/** What such a part of an array is called. */
export function partOf(array: NodeId, part: "copy" | "output"): NodeId {
  const at = array.lastIndexOf("/") + 1;
  return `${array.slice(0, at)}${part}:${array.slice(at)}`;
}

/** Renames a node, or the array that a part is of. */
export function throughPart<Name extends NodeId | undefined>(
  name: NodeId,
  nameOf: (name: NodeId) => Name,
): NodeId | Name {
  const found = arrayPart(name);
  if (found === undefined) return nameOf(name);
  const array = nameOf(found.array);
  return array === undefined ? array : partOf(array, found.part);
}
