import { classify } from "../../language/tokens.ts";
import type { Reading } from "../reading.ts";
import type { Followed } from "./same-axis.ts";

/** Part of a line of the text; places count from 0, `to` is exclusive. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a line of the text names a followed axis, by the names that it has in each block. Lines
 * count from 1 and are looked at when they are asked for, since few are in view.
 */
export function textPlaces(
  reading: Reading,
  followed: readonly Followed[],
): (line: number, text: string) => readonly TextPlace[] {
  const names = namesByDefinition(followed);
  const definitions = definitionsByLine(reading);
  return (line, text) => {
    const definition = definitions.get(line);
    return names.size === 0 || definition === undefined
      ? []
      : placesIn(text, definition, { names, reading });
  };
}

type Names = ReadonlyMap<string, ReadonlySet<string>>;

function namesByDefinition(followed: readonly Followed[]): Names {
  const names = new Map<string, Set<string>>();
  const hold = (definition: string, axes: Iterable<string>): void => {
    names.set(definition, new Set([...(names.get(definition) ?? []), ...axes]));
  };
  for (const { places, closed } of followed) {
    for (const { instance, axes } of places.values()) hold(instance.definition.name, axes);
    for (const { call, axes } of closed.values()) hold(call.definition.name, axes);
  }
  return names;
}

const lineMaps = new WeakMap<Reading["sources"], ReadonlyMap<number, string>>();

/** Which definition each line with something on it belongs to. */
function definitionsByLine({ sources }: Reading): ReadonlyMap<number, string> {
  const known = lineMaps.get(sources);
  if (known !== undefined) return known;
  const lines = new Map<number, string>();
  for (const [key, { line }] of sources) {
    if (!lines.has(line)) lines.set(line, definitionOf(key.split("#")[0] ?? ""));
  }
  lineMaps.set(sources, lines);
  return lines;
}

function definitionOf(node: string): string {
  const [block = "", rest] = node.split("/");
  if (block.startsWith("block:")) return block.slice("block:".length);
  return rest === undefined ? "" : block;
}

function placesIn(
  text: string,
  definition: string,
  { names, reading }: { readonly names: Names; readonly reading: Reading },
): readonly TextPlace[] {
  if (/^\s*(size|require)\b/.test(text)) return [];
  const tokens = classify(text);
  return tokens.flatMap(({ from, to, kind }) => {
    if (kind !== "axis") return [];
    const before = text.slice(0, from);
    const opened = before.lastIndexOf("[");
    const called = tokens.find((each) => each.kind === "operation" && each.to === opened);
    const callee = called && text.slice(called.from, called.to);
    const isBlock = callee !== undefined && reading.typed.definitions.has(callee);
    // What stands behind `=` in a shape is a size, in the brackets of a block an axis out here.
    if (/=\s*$/.test(before) && !isBlock) return [];
    const isInside = isBlock && /^\s*=/.test(text.slice(to));
    const axes = names.get(isInside ? callee : definition);
    return axes?.has(text.slice(from, to)) === true ? [{ from, to }] : [];
  });
}
