import type { Document, LayoutLine, NodeId, Statement } from "../../document/document.ts";
import { isNameLine } from "../../document/name-line.ts";
import { portsOf } from "../../document/parts.ts";
import { axesIn, boundaryOf } from "./boundary.ts";
import { arrayIn, arrayOf, carriedLines, copyOf, idsIn } from "./carried-layout.ts";

/** Lines of one definition that are taken as a fragment, and the blocks that come with them. */
export interface Taken {
  readonly definition: string;
  readonly lines: readonly Statement[];
  readonly blocks: readonly Statement[];
  /** Arrays that the lines read from elsewhere. */
  readonly read: readonly string[];
}

/**
 * The lines of `layout:` that belong to what is taken, with the names that a fragment has for its
 * arrays; nodes have their ids still.
 */
export function fragmentLayout(
  { layout }: Document,
  { definition, lines, blocks, read }: Taken,
): readonly LayoutLine[] {
  const ids = idsIn([...lines, ...blocks]);
  const blockNames = new Set(blocks.flatMap((line) => (line.kind === "block" ? line.name : [])));
  const { made } = boundaryOf(lines.filter(({ kind }) => kind !== "block"));
  const inputs = lines.flatMap((line) => (line.kind === "input" ? portsOf(line) : []));
  const own = new Set([...made, ...inputs.map(({ name }) => name)]);
  const axes = axesIn(lines);
  const arrayAmong = (name: NodeId, arrays: ReadonlySet<string>): NodeId | undefined => {
    const array = arrayOf(definition, name);
    return array !== undefined && arrays.has(array) ? arrayIn("", array) : undefined;
  };
  const coming = (name: NodeId): NodeId | undefined => {
    if (ids.has(name)) return name;
    const [block = ""] = name.split("/", 1);
    return name.includes("/") && blockNames.has(block) ? name : arrayAmong(name, own);
  };
  const readHere = new Set(read);
  const placed = carriedLines(layout, { coming, there: (name) => arrayAmong(name, readHere) });
  const named = layout.flatMap((line): readonly LayoutLine[] => {
    if (line.kind === "detail") return blockNames.has(line.block) ? [copyOf(line)] : [];
    if (!isNameLine(line) || line.of === "size") return [];
    if (line.block !== "" && blockNames.has(line.block)) return [copyOf(line)];
    if (line.block !== definition) return [];
    const isTaken =
      line.of === "axis" ? axes.has(line.name) : own.has(line.name) || readHere.has(line.name);
    return isTaken ? [copyOf({ ...line, block: "" })] : [];
  });
  return [...placed, ...named];
}
