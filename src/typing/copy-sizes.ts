import type { Axis } from "../../shapes/axis.ts";
import { printSize } from "../../shapes/print.ts";
import { constant, type Size, substitute, symbolsOf } from "../../shapes/size.ts";
import type { NodeId, Statement } from "../document/document.ts";
import { type Loop, walkStatements } from "../document/parts.ts";
import { type Checking, report } from "./checking.ts";
import type { TypedNode, Value } from "./diagram.ts";
import { type Copy, copiesOf, valueIn } from "./memory.ts";
import { noSuchEntry } from "./name-messages.ts";
import { indexName } from "./scope.ts";

/** Looks in every copy for an entry that its table does not have; a place is named once. */
export function checkEntriesOfTables(checking: Checking): void {
  const told = new Set<string>();
  for (const { table, position, length, loops, place, asks } of checking.openEntries) {
    const key = `${place.node} ${place.part}`;
    if (told.has(key)) continue;
    const beyond = copiesOf(checking, loops).flatMap((copy) => {
      const at = valueIn(checking, position, copy);
      return at === undefined || (at >= 0n && at < BigInt(length)) ? [] : [at];
    });
    const [first] = beyond;
    if (first === undefined) continue;
    told.add(key);
    const last = Math.max(...beyond.map(Number));
    report(checking, noSuchEntry(table, first, length, { last, asks }), place);
  }
}

/** Says so where an array outside a repeat has an axis whose size changes from copy to copy. */
export function checkSizesOfCopies(
  checking: Checking,
  statements: readonly Statement[],
  nodes: readonly TypedNode[],
): void {
  const repeats = new Map<NodeId, Varying>();
  walkStatements(statements, (statement) => {
    if (statement.kind === "repeat") repeats.set(statement.id, varyingIn(checking, statement));
  });
  if (repeats.size > 0) checkOutside(checking, nodes, repeats);
}

/** What changes from copy to copy, by the names of sizes. */
interface Varying {
  readonly index: string;
  readonly copies: readonly Copy[];
}

/** Where the copies are not known, the first two speak for all. */
function varyingIn(checking: Checking, loop: Loop): Varying {
  const index = indexName(loop);
  const known = checking.copies.get(loop);
  return { index, copies: known ?? [0, 1].map((at) => new Map([[index, constant(at)]])) };
}

/** `repeats` are those that do not stand around the nodes. */
function checkOutside(
  checking: Checking,
  nodes: readonly TypedNode[],
  repeats: ReadonlyMap<NodeId, Varying>,
): void {
  const starts = startsOf(nodes);
  for (const node of nodes) {
    if (node.kind === "loop") {
      const inner = new Map(repeats);
      inner.delete(node.id);
      checkOutside(checking, node.nodes, inner);
      checkCollected(checking, node, repeats.get(node.id));
    }
    for (const value of node.results) {
      if (starts.has(value) && value.name === undefined) continue;
      for (const { index, copies } of repeats.values())
        checkValue(checking, value, [index], copies);
    }
  }
}

/** `zeros()` at the start of a carry has the sizes of the first copy, though it is written with all. */
function startsOf(nodes: readonly TypedNode[]): ReadonlySet<Value> {
  const crossings = nodes.flatMap((node) => (node.kind === "loop" ? node.crossings : []));
  return new Set(crossings.flatMap((each) => (each.kind === "carry" ? [each.start] : [])));
}

/** A stack has one size along each axis, also where the copies take theirs from the one before. */
function checkCollected(
  checking: Checking,
  { crossings }: TypedNode & { kind: "loop" },
  varying: Varying | undefined,
): void {
  if (!varying) return;
  const names = varying.copies.flatMap((copy) => [...copy.keys()]);
  for (const crossing of crossings) {
    if (crossing.kind !== "collect") continue;
    checkValue(checking, crossing.outer, names, varying.copies);
  }
}

function checkValue(
  checking: Checking,
  value: Value,
  names: readonly string[],
  copies: readonly Copy[],
): void {
  if (value.poisoned) return;
  for (const axis of value.type.shape) {
    if (checking.scope.disputed.has(axis.name)) continue;
    const size = checking.sizes.resolve(axis.size);
    const inSize = symbolsOf(size);
    if (!names.some((name) => inSize.has(name))) continue;
    const [first, ...others] = copies.map((copy) => substitute(size, (name) => copy.get(name)));
    const other = others.find((each) => each !== first);
    if (first && other) tellTwoSizes(checking, value, axis, [first, other]);
  }
}

function tellTwoSizes(
  checking: Checking,
  value: Value,
  axis: Axis,
  sizes: readonly [Size, Size],
): void {
  const { scope } = checking;
  const order = scope.table.names;
  const [one, another] = [printSize(sizes[0], order), printSize(sizes[1], order)];
  const title = `\`${axis.name}\` would have to be ${one} and ${another} at once.`;
  const origin = scope.origins.get(axis.name);
  const name = value.name === undefined ? "This array" : `\`${value.name}\``;
  const why = [
    `${name} is outside the repeat, whose copies differ in \`${axis.name}\`.`,
    ...(origin === undefined ? [] : [origin.says]),
  ];
  const entry = value.name === undefined ? undefined : scope.arrays.get(value.name);
  const place =
    entry === undefined
      ? { node: value.maker }
      : { node: entry.statement.id, part: `result ${value.name}` };
  const facts = { kind: "two sizes", sizes: [one, another] } as const;
  report(checking, { code: "S02", title, why, facts, disputes: [axis.name] }, place);
}
