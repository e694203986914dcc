import type { LayoutLine, NodeId } from "../../document/document.ts";
import { nodesOf, underNames } from "../../document/layout-nodes.ts";
import { anew } from "../edits/document-tree.ts";
import { arrayIn, arrayOf, carriedLines } from "./carried-layout.ts";

/** The body of a block that comes into the place of a call. */
export interface Ungrouping {
  /** Where the call stands. */
  readonly definition: string;
  readonly block: string;
  readonly call: NodeId;
  /** Ids of what stands in the body, and what each is until it is read again. */
  readonly ids: ReadonlyMap<NodeId, NodeId>;
  /** Names where the call stands of the arrays of the block, by those in the block. */
  readonly arrays: ReadonlyMap<string, string>;
  /** The line that makes the first result of the call, if there is one, and all operations that came. */
  readonly result: NodeId | undefined;
  readonly lines: readonly NodeId[];
  /** Whether the block goes with the call. */
  readonly isLast: boolean;
}

/**
 * What was arranged by hand in a block comes out with its lines; what was arranged of the call goes
 * on to the line that makes its result, unless that was placed in the block.
 */
export function ungroupedLayout(
  layout: readonly LayoutLine[],
  ungrouping: Ungrouping,
): readonly LayoutLine[] {
  const { definition, block, call, ids, arrays, result, lines, isLast } = ungrouping;
  const there = (name: NodeId): NodeId | undefined => {
    const array = arrayOf(block, name);
    const now = array === undefined ? undefined : arrays.get(array);
    return now === undefined ? undefined : arrayIn(definition, now);
  };
  const coming = (name: NodeId) => ids.get(name);
  const inside = layout.filter((line) => nodesOf(line).some((name) => ids.has(name)));
  const isResultPlaced = inside.some((line) => isHeight(line) && coming(line.node) === result);
  return layout.flatMap((line): readonly LayoutLine[] => {
    const nodes = nodesOf(line);
    if (inside.includes(line)) {
      if (!isLast) return [line, ...carriedLines([line], { coming, there })];
      return [underNames(line, (name) => coming(name) ?? there(name) ?? name)];
    }
    if (!nodes.includes(call)) return [line];
    if (line.kind === "plate") {
      return [anew({ ...line, nodes: nodes.flatMap((name) => (name === call ? lines : name)) })];
    }
    if (line.kind === "open" || result === undefined) return [];
    if (isHeight(line) && isResultPlaced) return [];
    return [underNames(line, (name) => (name === call ? result : name))];
  });
}

function isHeight(line: LayoutLine): line is LayoutLine & { kind: "place" } {
  return line.kind === "place" && line.wish.kind === "height";
}
