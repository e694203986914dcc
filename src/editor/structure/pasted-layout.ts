import type { LayoutLine, NodeId } from "../../document/document.ts";
import { isNameLine, isSameName, type NameLine } from "../../document/name-line.ts";
import { anew } from "../edits/document-tree.ts";
import { arrayIn, carriedLines } from "./carried-layout.ts";
import type { Files } from "./fragment-file.ts";

/** What was arranged and how names are typeset comes along, where nothing is said about it yet. */
export function pastedLayout(
  layout: readonly LayoutLine[],
  pasted: readonly LayoutLine[],
  {
    into,
    files,
    arrays,
    placed,
    connected,
  }: {
    readonly into: string;
    readonly files: Files;
    readonly arrays: ReadonlyMap<string, string>;
    readonly placed: ReadonlySet<NodeId>;
    readonly connected: readonly string[];
  },
): readonly LayoutLine[] {
  const isTaken = (line: NameLine) =>
    layout.some((each) => isNameLine(each) && isSameName(each, line));
  const blocks = new Set(files.blocks.flatMap((line) => (line.kind === "block" ? line.name : [])));
  const coming = (name: NodeId): NodeId | undefined => {
    if (placed.has(`+${name}`)) return `+${name}`;
    const array = arrays.get(name);
    if (array !== undefined) return arrayIn(into, array);
    const [block = "", port] = name.split("/", 2);
    const callee = files.callees.get(block) ?? "";
    return port !== undefined && blocks.has(callee) ? arrayIn(callee, port) : undefined;
  };
  const there = (name: NodeId) => (connected.includes(name) ? arrayIn(into, name) : undefined);
  const comes = pasted.flatMap((line): readonly LayoutLine[] => {
    if (line.kind === "detail") {
      const block = files.callees.get(line.block) ?? "";
      return blocks.has(block) ? [anew({ ...line, block })] : [];
    }
    if (!isNameLine(line)) return carriedLines([line], { coming, there });
    const block = line.block === "" ? into : files.callees.get(line.block);
    if (block === undefined) return [];
    const isArray = line.of === "array" && line.block === "";
    const name = isArray ? (arrays.get(line.name) ?? line.name) : line.name;
    const moved = anew({ ...line, block, name });
    return isTaken(moved) ? [] : [moved];
  });
  return [...layout, ...comes];
}
