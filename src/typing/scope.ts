import type { Axis } from "../../shapes/axis.ts";
import { constant, type Size, symbol } from "../../shapes/size.ts";
import type { Label } from "../document/diagnostic.ts";
import type { Port, Statement } from "../document/document.ts";
import type { Loop } from "../document/parts.ts";
import type { SizeTable } from "./size-table.ts";

/** Where an array of a definition is written down. */
export interface ArrayEntry {
  readonly port: Port;
  readonly statement: Statement;
  /** The loops around the place where the name can be read. */
  readonly loops: readonly Loop[];
}

/** Where a size is written at an axis. */
export interface SizeOrigin {
  /** "`E` says `y` = 20." */
  readonly says: string;
  /** "`y` is 20 here." */
  readonly label: Label;
}

/** The names of one definition: its axes with their sizes, and its arrays. */
export interface Scope {
  /** The block, `""` at the top. */
  readonly definition: string;
  readonly table: SizeTable;
  readonly axes: Map<string, Axis>;
  /** Symbols that only the solver knows: sizes of axes that nobody has given. */
  readonly flexible: Set<string>;
  /** Every axis name that the definition writes. */
  readonly written: Set<string>;
  readonly arrays: Map<string, ArrayEntry>;
  /** Who says the size of an axis first. */
  readonly origins: Map<string, SizeOrigin>;
  /** Axes of which it has been said that their sizes, or where they stand, contradict each other. */
  readonly disputed: Set<string>;
}

/** A scope without axes and arrays. */
export function emptyScope(definition: string, table: SizeTable): Scope {
  return {
    definition,
    table,
    axes: new Map(),
    flexible: new Set(),
    written: new Set(),
    arrays: new Map(),
    origins: new Map(),
    disputed: new Set(),
  };
}

/** The symbol of a size that belongs to one definition alone; what follows `#` is not printed. */
export function localSymbol(name: string, definition: string): string {
  return `${name}#${definition}`;
}

/** The axis of that name, made with a size of its own when it is new. */
export function axisNamed(scope: Scope, name: string): Axis {
  const known = scope.axes.get(name);
  if (known) return known;
  const axis = { name, size: ownSize(scope, name) };
  scope.axes.set(name, axis);
  return axis;
}

/** A symbol that the solver may bind; `hint` is what it prints as. */
export function freshSize(scope: Scope, hint: string): Size {
  const name = `${hint}#${scope.definition}.${scope.flexible.size}`;
  scope.flexible.add(name);
  return symbol(name);
}

/** What a name means in a size expression: a loop index, a size of the file, or an axis. */
export function sizeNamed(scope: Scope, name: string, loops: readonly Loop[]): Size | undefined {
  for (const loop of loops) {
    if (loop.kind === "repeat" && loop.index === name) return indexSymbol(loop);
  }
  const size = scope.table.size(name);
  if (size) return size;
  if (!scope.written.has(name) && !scope.axes.has(name)) return undefined;
  return axisNamed(scope, name).size;
}

/** The position of the copy, from 0, as a symbol of the repeat. */
function indexSymbol(loop: Loop): Size {
  return symbol(indexName(loop));
}

/** The name of that symbol. */
export function indexName(loop: Loop): string {
  const index = loop.kind === "repeat" ? (loop.index ?? "i") : "t";
  return `${index}#${loop.id}`;
}

/** Every name that a size expression could mean, for suggestions. */
export function sizeNames(scope: Scope, loops: readonly Loop[]): readonly string[] {
  const indices = loops.flatMap((loop) =>
    loop.kind === "repeat" && loop.index !== undefined ? [loop.index] : [],
  );
  return [...indices, ...scope.table.names, ...scope.axes.keys(), ...scope.written];
}

function ownSize(scope: Scope, name: string): Size {
  if (/^\d+$/.test(name)) return constant(BigInt(name));
  const size = scope.table.size(name);
  if (size) return size;
  const own = localSymbol(name, scope.definition);
  scope.flexible.add(own);
  return symbol(own);
}
