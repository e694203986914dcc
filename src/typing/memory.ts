import { expressionTex, printSize } from "../../shapes/print.ts";
import { constantValue, evaluate, type Size, substitute } from "../../shapes/size.ts";
import type { Expression, NodeId, Statement } from "../document/document.ts";
import type { Loop } from "../document/parts.ts";
import { missingPart } from "./absence-messages.ts";
import { type Body, type Checking, type Load, quoteSize, report, type Saved } from "./checking.ts";
import { declaredResults, type Left, writtenAxes } from "./declared.ts";
import type { Value } from "./diagram.ts";
import { memoryNotSaved, notTheShape, savedTwice, unknownMemory } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { readSizeAt } from "./read-size.ts";
import { indexName } from "./scope.ts";

/** One copy of a repeat: what its index and its open sizes are there. */
export type Copy = ReadonlyMap<string, Size>;

/** Types `save C[i] = X`: a box that keeps the array under an index. */
export function inferSave(
  checking: Checking,
  body: Body,
  statement: Extract<Statement, { kind: "save" }>,
): void {
  const value = checking.inferOperand(body, statement.value);
  const index = readSizeAt(checking, body.loops, statement.index, { node: statement.id });
  body.nodes.push({
    kind: "box",
    id: statement.id,
    title: statement.memory,
    reason: "memory",
    index: expressionTex(statement.index),
    operands: [value],
    results: [],
  });
  const saved = checking.memory.get(statement.memory) ?? [];
  checking.memory.set(statement.memory, saved);
  if (index) saved.push({ index, value, loops: body.loops, statement });
}

/** Types `S[f y x] = load C[3-i]`; its sizes are compared copy by copy once the loop is known. */
export function inferLoad(
  checking: Checking,
  body: Body,
  expression: Extract<Expression, { kind: "load" }>,
  destination: { readonly id: NodeId; readonly left?: Left },
): readonly Value[] {
  const { memory } = expression;
  const { id, left } = destination;
  const place = { node: expression.id };
  const index = readSizeAt(checking, body.loops, expression.index, place);
  const saves = checking.memory.get(memory);
  const port = left?.ports[0];
  const axes = port && writtenAxes(port);
  let wrong = true;
  if (!saves)
    report(checking, unknownMemory(memory, nearestName(memory, checking.memory.keys())), place);
  else if (!axes)
    report(
      checking,
      missingPart(`\`load ${memory}\` needs a shape on its left.`, {
        kind: "absent",
        what: "shape on left",
      }),
      place,
    );
  else wrong = index === undefined;
  const [sample] = saves ?? [];
  const count = sample?.value.type.shape.length;
  if (!wrong && axes && sample && count !== axes.length && !sample.value.poisoned) {
    const computed = sample.value.type.shape.map((axis) => axis.name);
    const message = notTheShape({ name: port?.name ?? "", declared: axes, computed });
    report(checking, message, { node: id, part: `result ${port?.name ?? ""}` });
    wrong = true;
  }
  const entries = sample?.value.type.entries ?? { kind: "real" };
  const maker = { id, callee: `load ${memory}`, left, poisoned: wrong };
  const results = declaredResults(checking, maker, { axes: axes ?? [], entries }).map((value) =>
    wrong ? value : withoutPoison(value),
  );
  body.nodes.push({
    kind: "box",
    id,
    title: memory,
    reason: "memory",
    index: expressionTex(expression.index),
    operands: [],
    results,
    ...(wrong && { wrong: true }),
  });
  const [value] = results;
  if (!wrong && value && index)
    checking.loads.push({ memory, index, value, loops: body.loops, node: id });
  return results;
}

/** Compares every load with its save, copy by copy, and looks for indices saved twice. */
export function checkMemory(checking: Checking): void {
  for (const [memory, saves] of checking.memory)
    for (const { loops, statement } of saves)
      needCounts(checking, `save ${memory}`, loops, statement.id);
  for (const { memory, loops, node } of checking.loads)
    needCounts(checking, `load ${memory}`, loops, node);
  const contents = new Map<string, Contents>();
  for (const [memory, saves] of checking.memory) {
    const entries = new Map<bigint, readonly Size[]>();
    const known = saves.map((saved) => keepCopies(checking, memory, saved, entries));
    contents.set(memory, { entries, complete: known.every((all) => all) });
  }
  for (const load of checking.loads) {
    const held = contents.get(load.memory);
    if (held) compareCopies(checking, load, held);
  }
}

/** Says so where the copies of a repeat around a `save` or `load` cannot be told. */
function needCounts(checking: Checking, what: string, loops: readonly Loop[], node: NodeId): void {
  for (const [at, loop] of loops.entries()) {
    if (loop.kind !== "repeat" || checking.copies.has(loop)) continue;
    const count = readSizeAt(checking, loops.slice(at + 1), loop.count, { node: loop.id });
    if (!count || checking.sizes.evaluate(count) !== undefined) continue;
    const of = quoteSize(checking, count);
    const message = missingPart(`\`${what}\` in a repeat needs a value for \`${of}\`.`, {
      kind: "absent",
      what: "value",
      of,
    });
    report(checking, { ...message, why: ["Memory is checked copy by copy."] }, { node });
  }
}

/** What one memory holds at the end, by index. */
interface Contents {
  readonly entries: ReadonlyMap<bigint, readonly Size[]>;
  /** False when a save stands in a loop whose copies could not be told, so that more may be there. */
  readonly complete: boolean;
}

/** Adds what one `save` leaves in each copy; false when an index is not known or is taken. */
function keepCopies(
  checking: Checking,
  memory: string,
  saved: Saved,
  entries: Map<bigint, readonly Size[]>,
): boolean {
  let complete = true;
  for (const copy of copiesOf(checking, saved.loops)) {
    const at = valueIn(checking, saved.index, copy);
    if (at === undefined) {
      complete = false;
      continue;
    }
    if (entries.has(at)) {
      report(checking, savedTwice(memory, at.toString()), { node: saved.statement.id });
      return false;
    }
    entries.set(at, sizesIn(checking, saved.value, copy));
  }
  return complete;
}

function compareCopies(checking: Checking, load: Load, { entries, complete }: Contents): void {
  const place = { node: load.node };
  for (const copy of copiesOf(checking, load.loops)) {
    const at = valueIn(checking, load.index, copy);
    if (at === undefined) return;
    const saved = entries.get(at);
    if (!saved) {
      if (complete) report(checking, memoryNotSaved(load.memory, at), place);
      return;
    }
    const wanted = sizesIn(checking, load.value, copy);
    const differing = wanted.findIndex((size, i) => differ(checking, size, saved[i]));
    if (differing < 0) continue;
    const axis = load.value.type.shape[differing]?.name ?? "";
    if (checking.scope.disputed.has(axis)) return;
    const order = checking.scope.table.names;
    const print = (size: Size | undefined) => (size ? printSize(size, order) : "?");
    const [here, there] = [print(wanted[differing]), print(saved[differing])];
    const title = `\`${axis}\` would have to be ${here} and ${there} at once.`;
    const why = [`\`${load.memory}[${at}]\` was saved with ${there} here.`];
    const facts = { kind: "two sizes", sizes: [here, there] } as const;
    report(checking, { code: "S02", title, why, facts, disputes: [axis] }, place);
    return;
  }
}

function differ(checking: Checking, left: Size, right: Size | undefined): boolean {
  if (!right || left === right) return false;
  const numberAt = (name: string) => checking.scope.table.values.get(name);
  const [one, other] = [evaluate(left, numberAt), evaluate(right, numberAt)];
  return one !== undefined && other !== undefined && one !== other;
}

/** Every copy of what stands in these loops, as far as their copies are known. */
export function copiesOf(checking: Checking, loops: readonly Loop[]): readonly Copy[] {
  let copies: readonly Copy[] = [new Map()];
  for (const loop of loops) {
    const own = checking.copies.get(loop) ?? [new Map([[indexName(loop), undefined]])];
    copies = copies.flatMap((copy) => own.map((more) => new Map([...copy, ...definedIn(more)])));
    if (copies.length > MOST_COPIES) return copies.slice(0, MOST_COPIES);
  }
  return copies;
}

const MOST_COPIES = 1000;

function definedIn(
  copy: ReadonlyMap<string, Size | undefined>,
): readonly (readonly [string, Size])[] {
  return [...copy].flatMap(([name, size]) => (size ? [[name, size] as const] : []));
}

function sizesIn(checking: Checking, value: Value, copy: Copy): readonly Size[] {
  return value.type.shape.map((axis) =>
    substitute(checking.sizes.resolve(axis.size), (name) => copy.get(name)),
  );
}

/** The number that a size is in one copy, where it has one. */
export function valueIn(checking: Checking, index: Size, copy: Copy): bigint | undefined {
  const size = substitute(index, (name) => copy.get(name));
  return constantValue(size) ?? checking.sizes.evaluate(size);
}

function withoutPoison(value: Value): Value {
  const { poisoned: _, ...rest } = value;
  return rest;
}
