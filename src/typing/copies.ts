import { constant, type Size, substitute, symbol, symbolsOf } from "../../shapes/size.ts";
import type { Statement } from "../document/document.ts";
import type { Loop } from "../document/parts.ts";
import { axisNames, type Checking, quoteSize, report } from "./checking.ts";
import { writtenAxes } from "./declared.ts";
import type { Value } from "./diagram.ts";
import type { Carried } from "./loop.ts";
import type { Copy } from "./memory.ts";
import type { Message } from "./message.ts";
import { contradiction, noSuchEntry } from "./name-messages.ts";
import { instantiate, namesIn, type Requirement } from "./requirement.ts";
import { indexName } from "./scope.ts";

type CarryStatement = Extract<Statement, { kind: "carry" }>;

/** The most copies that are looked at one by one. */
const MOST_COPIES = 1000;

/** Whether a carry changes its shape from copy to copy, so that its exit is written too. */
export function isChanging(statement: CarryStatement): boolean {
  const entry = writtenAxes(statement.port);
  const exit = writtenAxes(statement.to);
  return entry !== undefined && exit !== undefined && !exit.every((axis) => entry.includes(axis));
}

/** The entry axes whose size comes from the copy before. */
export function openEntryAxes(statement: CarryStatement): readonly string[] {
  const exit = writtenAxes(statement.to) ?? [];
  return (statement.port.shape ?? []).flatMap((term) =>
    term.kind === "axis" && !term.size && !exit.includes(term.name) ? [term.name] : [],
  );
}

/**
 * Goes through the copies of a repeat whose carries change shape: sizes left open come from the copy
 * before, requirements are checked in each copy. Gives the value that each such carry leaves.
 */
export function inferCopies(
  checking: Checking,
  loop: Loop,
  count: Size,
  ends: readonly { readonly carried: Carried; readonly next: Value; readonly final: Value }[],
): readonly (Value | undefined)[] {
  const changing = ends.filter(({ carried }) => isChanging(carried.statement));
  const number = checking.sizes.evaluate(count);
  if (changing.length === 0 || loop.kind === "scan") {
    keepIndexCopies(checking, loop, number);
    return [];
  }
  if (changing.some(({ next }) => next.poisoned)) {
    for (const { final } of changing) {
      for (const axis of final.type.shape) checking.scope.disputed.add(axis.name);
    }
    return ends.map(({ carried, final }) =>
      isChanging(carried.statement) ? { ...final, poisoned: true } : undefined,
    );
  }
  const place = { node: loop.id };
  if (number === undefined || number < 1n || number > MOST_COPIES) {
    if (!ends.some(({ carried }) => carried.start.poisoned)) {
      report(checking, countProblem(quoteSize(checking, count), number), place);
    }
    return ends.map(({ carried, final }) =>
      isChanging(carried.statement) ? { ...final, poisoned: true } : undefined,
    );
  }
  const copies: Copy[] = [];
  let entering: readonly (readonly (Size | undefined)[])[] = changing.map(({ carried }) =>
    entrySizes(carried).map((size) => size && inFirstCopy(loop, size)),
  );
  for (let k = 0n; k < number; k++) {
    const copy = new Map<string, Size>([[indexName(loop), constant(k)]]);
    for (const [i, { carried }] of changing.entries()) {
      const message = enter(checking, carried, entering[i] ?? [], copy, k);
      if (message) {
        report(checking, message, { node: carried.statement.id });
        return ends.map(({ final }) => ({ ...final, poisoned: true }));
      }
    }
    copies.push(copy);
    entering = changing.map(({ carried, next }) => leave(checking, carried, next, copy));
    const beyond = entryBeyond(checking, entering.flat());
    if (beyond) {
      report(checking, beyond, place);
      return ends.map(({ final }) => ({ ...final, poisoned: true }));
    }
  }
  checking.copies.set(loop, copies);
  requireInCopies(checking, loop, copies);
  return ends.map(({ carried, final }) => {
    const at = changing.findIndex((end) => end.carried === carried);
    const leaving = entering[at];
    return leaving && { ...final, type: { ...final.type, shape: exitShape(carried, leaving) } };
  });
}

/** A copy that asks for an entry that its table does not have. */
function entryBeyond(
  checking: Checking,
  sizes: readonly (Size | undefined)[],
): Message | undefined {
  for (const name of sizes.flatMap((size) => (size ? [...symbolsOf(size)] : []))) {
    const [, table = "", position = ""] = /^(.*)\[(-?\d+)\]$/.exec(name) ?? [];
    const length = checking.scope.table.table(table)?.length;
    if (length === undefined) continue;
    const at = BigInt(position);
    if (at >= 0n && at < BigInt(length)) continue;
    return noSuchEntry(table, at, length);
  }
  return undefined;
}

function keepIndexCopies(checking: Checking, loop: Loop, number: bigint | undefined): void {
  if (loop.kind !== "repeat" || number === undefined || number > MOST_COPIES) return;
  const copies = Array.from(
    { length: Math.max(0, Number(number)) },
    (_, k): Copy => new Map([[indexName(loop), constant(BigInt(k))]]),
  );
  checking.copies.set(loop, copies);
  if (loop.index !== undefined) requireInCopies(checking, loop, copies);
}

/** Sizes in the order of the entry's axes: those of the start, by name and for the rest in order. */
function entrySizes({ start, inner }: Carried): readonly (Size | undefined)[] {
  const names = axisNames(inner.type.shape);
  const given = start.type.shape;
  const rest = given.filter((axis) => !names.includes(axis.name));
  const open = names.filter((name) => !given.some((axis) => axis.name === name));
  return names.map((name) => {
    const same = given.find((axis) => axis.name === name);
    return (same ?? rest[open.indexOf(name)])?.size;
  });
}

/** `zeros()` as a start has the sizes of the entry, index and all. */
function inFirstCopy(loop: Loop, size: Size): Size {
  return substitute(size, (name) => (name === indexName(loop) ? constant(0n) : undefined));
}

function enter(
  checking: Checking,
  carried: Carried,
  sizes: readonly (Size | undefined)[],
  copy: Map<string, Size>,
  k: bigint,
): Message | undefined {
  const open = openEntryAxes(carried.statement);
  const count = k === 0n ? carried.start.type.shape.length : sizes.length;
  if (count !== carried.inner.type.shape.length) return entryMismatch(carried, k);
  for (const [i, axis] of carried.inner.type.shape.entries()) {
    const size = sizes[i];
    if (!size) return entryMismatch(carried, k);
    const own = ownSymbol(axis.size);
    if (open.includes(axis.name) && own !== undefined) copy.set(own, checking.sizes.resolve(size));
  }
  for (const [i, axis] of carried.inner.type.shape.entries()) {
    const size = sizes[i];
    const expected = substitute(checking.sizes.resolve(axis.size), (name) => copy.get(name));
    if (!size || open.includes(axis.name)) continue;
    const clash = checking.sizes.equal(expected, size, {
      says: `copy ${k} takes \`${axis.name}\` from ${k === 0n ? "the start" : "the copy before"}`,
      node: carried.statement.id,
      axes: [{ name: axis.name, size }],
    });
    if (clash) return clash;
  }
  return undefined;
}

function leave(
  checking: Checking,
  carried: Carried,
  next: Value,
  copy: Copy,
): readonly (Size | undefined)[] {
  const exit = exitAxes(carried, next);
  const sizes = exit.map((name) => {
    const axis = next.type.shape.find((other) => other.name === name);
    return axis && substitute(checking.sizes.resolve(axis.size), (symbol_) => copy.get(symbol_));
  });
  const entry = axisNames(carried.inner.type.shape);
  const rest = exit.filter((name) => !entry.includes(name));
  const open = entry.filter((name) => !exit.includes(name));
  return entry.map((name) => {
    const same = exit.includes(name) ? name : rest[open.indexOf(name)];
    return same === undefined ? undefined : sizes[exit.indexOf(same)];
  });
}

/** The exit's axes as written; the entry and they correspond by name and then in this order. */
function exitAxes(carried: Carried, next: Value): readonly string[] {
  return writtenAxes(carried.statement.to) ?? axisNames(next.type.shape);
}

function exitShape(carried: Carried, sizes: readonly (Size | undefined)[]): Value["type"]["shape"] {
  const entry = axisNames(carried.inner.type.shape);
  const exit = writtenAxes(carried.statement.to) ?? entry;
  const rest = exit.filter((name) => !entry.includes(name));
  const open = entry.filter((name) => !exit.includes(name));
  return exit.map((name) => {
    const from = entry.includes(name) ? name : open[rest.indexOf(name)];
    const size = from === undefined ? undefined : sizes[entry.indexOf(from)];
    return { name, size: size ?? symbol(`${name}#`) };
  });
}

/** What the body requires is required in every copy, where its index and open sizes are known. */
function requireInCopies(checking: Checking, loop: Loop, copies: readonly Copy[]): void {
  const names = new Set(copies.flatMap((copy) => [...copy.keys()]));
  names.add(indexName(loop));
  const kept = checking.requirements.filter(
    (requirement) => ![...namesIn(requirement)].some((name) => names.has(name)),
  );
  const inside = checking.requirements.filter((requirement) => !kept.includes(requirement));
  if (inside.length === 0) return;
  checking.requirements.length = 0;
  checking.requirements.push(...kept);
  for (const requirement of inside) {
    for (const copy of copies) {
      checking.requirements.push(instantiate(requirement, (name) => copy.get(name)));
    }
  }
}

/** A requirement in every copy of the repeats on whose index or open sizes it depends. */
export function inEveryCopy(checking: Checking, requirement: Requirement): readonly Requirement[] {
  let all: readonly Requirement[] = [requirement];
  for (const [loop, copies] of checking.copies) {
    const own = new Set([indexName(loop), ...copies.flatMap((copy) => [...copy.keys()])]);
    all = all.flatMap((each) =>
      [...namesIn(each)].some((name) => own.has(name))
        ? copies.map((copy) => instantiate(each, (name) => copy.get(name)))
        : [each],
    );
  }
  return all;
}

function ownSymbol(size: Size): string | undefined {
  const [term] = size.terms;
  const atom = term?.monomial.factors[0]?.atom;
  if (atom?.kind !== "symbol" || size !== symbol(atom.name)) return undefined;
  return atom.name;
}

function entryMismatch({ statement, start }: Carried, k: bigint): Message {
  const entry = writtenAxes(statement.port) ?? [];
  const given = k === 0n ? axisNames(start.type.shape) : (writtenAxes(statement.to) ?? []);
  const where = k === 0n ? "its start" : "the copy before";
  return {
    code: "S10",
    title: `\`${statement.port.name}\` enters as [${entry.join(" ")}], but ${where} gives [${given.join(" ")}].`,
  };
}

function countProblem(count: string, number: bigint | undefined): Message {
  if (number === undefined) {
    return {
      code: "S05",
      title: `A repeat that changes shape needs a value for \`${count}\`.`,
      why: ["It is checked copy by copy."],
      facts: { kind: "absent", what: "value", of: count },
    };
  }
  if (number < 1n) {
    return { code: "S10", title: `A repeat of ${number} copies cannot change the shape.` };
  }
  return contradiction(`A repeat that changes shape has at most ${MOST_COPIES} copies.`, []);
}
