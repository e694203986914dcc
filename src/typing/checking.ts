import type { Entries } from "../../shapes/array-type.ts";
import type { Axis, Shape } from "../../shapes/axis.ts";
import { printSize } from "../../shapes/print.ts";
import type { Size } from "../../shapes/size.ts";
import type { Diagnostic, DiagnosticCode, Place } from "../document/diagnostic.ts";
import type { Expression, NodeId, Statement } from "../document/document.ts";
import type { Loop } from "../document/parts.ts";
import type { Callee } from "./callee.ts";
import type { Crossing, TypedNode, Value } from "./diagram.ts";
import type { Copy } from "./memory.ts";
import type { Message } from "./message.ts";
import type { Remembered } from "./remembered.ts";
import type { Requirement } from "./requirement.ts";
import { axisNamed, type Scope } from "./scope.ts";
import { differing } from "./shape-messages.ts";
import type { Sizes } from "./sizes.ts";
import { differByStandIns, hasStandIn, type Misplaced } from "./stand-ins.ts";

/** One definition while it is being checked: what is known and what has been found. */
export interface Checking {
  readonly scope: Scope;
  readonly sizes: Sizes;
  readonly diagnostics: Diagnostic[];
  /** What of them is about axes that stand where others should. */
  readonly misplaced: Map<Diagnostic, Misplaced>;
  /** Where else they would have been said. */
  readonly followers: Map<Diagnostic, readonly Unsaid[]>;
  /** How often something was not said since it follows from something else. */
  silences: number;
  readonly requirements: Requirement[];
  /** The layers of the definition by name. */
  readonly layers: ReadonlyMap<string, LayerStatement>;
  /** What a name stands for in a call. */
  callee(name: string): Callee | undefined;
  /** Whether a call of that name binds axes, as those of blocks do. */
  isBlock(name: string): boolean;
  /** Every name that can be called, for suggestions. */
  readonly calleeNames: readonly string[];
  /** Whether a line that did not parse defines a callee of that name. */
  isUnread(name: string): boolean;
  /** Types an expression where one array is needed. */
  inferOperand(body: Body, expression: Expression): Value;
  /** As `inferOperand`, where the call itself says which of its arguments are not given. */
  inferArgument(body: Body, expression: Expression): Value;
  /** Types the statements of a body, producers before consumers. */
  inferBody(body: Body, statements: readonly Statement[]): void;
  /** Names of arrays that something reads. */
  used: Set<string>;
  readonly memory: Map<string, Saved[]>;
  readonly loads: Load[];
  /** Axes with two written sizes, which is said unless one of them stands where another should. */
  readonly sizedTwice: SizedTwice[];
  readonly openEntries: OpenEntry[];
  /** What index and open sizes are in each copy of a repeat, where its count has a value. */
  readonly copies: Map<Loop, readonly Copy[]>;
  /** Names that stand on lines of which nothing could be read. */
  readonly broken: ReadonlySet<string>;
  /** What axes were split into, or merged from, by the name of the whole one. */
  readonly factors: Map<string, readonly string[]>;
  /** Axis names that the statement being typed writes. */
  lineAxes: ReadonlySet<string>;
  /** Names of the arrays that the block takes. */
  readonly inputs: ReadonlySet<string>;
  /** Something is wrong with a port of the block, so that its calls say nothing. */
  suspect: boolean;
  /** Equal where the rest of the file looks the same from here: its sizes, and which blocks there are. */
  readonly surroundings: string;
  readonly remembered: Remembered;
}

/** What is not said since it follows from something else, and where it would stand. */
export interface Unsaid {
  readonly node: NodeId;
  readonly title: string;
}

/** An axis with a second written size that is not the first one. */
export interface SizedTwice {
  readonly axis: string;
  readonly message: Message;
  readonly place: Place;
}

/** A `load` whose sizes are still to be compared with those of its save. */
export interface Load {
  readonly memory: string;
  readonly index: Size;
  readonly value: Value;
  readonly loops: readonly Loop[];
  readonly node: NodeId;
}

/** An entry of a table whose position is still to be looked at, copy by copy. */
export interface OpenEntry {
  readonly table: string;
  readonly position: Size;
  readonly length: number;
  readonly loops: readonly Loop[];
  readonly place: Place;
  /** Who asks for it, where that is a called block. */
  readonly asks?: string;
}

/** The statement that gives a name to one set of weights. */
export type LayerStatement = Extract<Statement, { kind: "layer" }>;

/** A body of statements: the whole definition or the inside of a loop. */
export interface Body {
  readonly parent?: Body;
  /** The loops around the body, the innermost first. */
  readonly loops: readonly Loop[];
  readonly values: Map<string, Value>;
  readonly nodes: TypedNode[];
  /** Arrays from outside that the body has read. */
  readonly reads: Map<Value, Crossing>;
}

/** What a `save` has put into a memory. */
export interface Saved {
  readonly index: Size;
  readonly value: Value;
  readonly loops: readonly Loop[];
  readonly statement: Statement;
}

/** Collects a message with its place, unless it follows from what has been said. */
export function report(checking: Checking, message: Message, place: Place): void {
  const said = saidBefore(checking, message);
  if (said !== undefined) {
    const followers = checking.followers.get(said) ?? [];
    const unsaid = { node: place.node ?? "", title: message.title };
    checking.followers.set(said, [...followers, unsaid]);
    checking.silences++;
    return;
  }
  if (isOfNothing(message) && checking.sizes.refutesSince(0)) {
    checking.silences++;
    return;
  }
  for (const axis of message.disputes ?? []) checking.scope.disputed.add(axis);
  const diagnostic: Diagnostic = {
    code: message.code,
    severity: message.severity ?? "error",
    title: message.title,
    place,
    why: message.why ?? [],
    ...(message.labels && { labels: message.labels }),
    ...(message.clash && { clash: message.clash }),
    ...(message.facts && { facts: message.facts }),
  };
  checking.diagnostics.push(diagnostic);
  if (message.misplaced) checking.misplaced.set(diagnostic, message.misplaced);
}

/** What the messages so far say about misplaced axes, without those that were taken back. */
export function misplacedSoFar({ diagnostics, misplaced }: Checking): readonly Misplaced[] {
  return diagnostics.flatMap((diagnostic) => misplaced.get(diagnostic) ?? []);
}

/** Sentences about what several lines share: its cause is one, so it is said once. */
const SAID_ONCE: ReadonlySet<DiagnosticCode> = new Set(["S02", "S03", "S11", "S13", "N04"]);

/** What has been said already from which the message follows. */
function saidBefore(checking: Checking, message: Message): Diagnostic | undefined {
  const { code, title, misplaced } = message;
  if (code === "S01" && misplaced?.for) {
    for (const said of checking.diagnostics) {
      const known = checking.misplaced.get(said);
      const isSame = known?.array !== undefined && known.array === misplaced.array;
      const follows = (axis: string) =>
        (isSame && known.for?.includes(axis)) || (known && hasStandIn([known], axis, misplaced.in));
      if (misplaced.for.some(follows)) return said;
    }
  }
  if (!SAID_ONCE.has(code)) return undefined;
  return checking.diagnostics.find((said) => said.title === title);
}

/** Whether one of two sizes is below 1; the requirement that keeps it from that says more. */
function isOfNothing({ clash, facts }: Message): boolean {
  const about = clash?.kind === "sizes" ? clash : facts?.kind === "two sizes" ? facts : undefined;
  return about?.sizes.some((size) => /^(0|-\d+)$/.test(size)) ?? false;
}

/** Whether two shapes differ, and only in axes of which something has been said already. */
export function differAsSaid(
  checking: Checking,
  one: readonly string[],
  other: readonly string[],
): boolean {
  const axes = differing(one, other);
  if (axes.length === 0) return false;
  if (axes.every((axis) => checking.scope.disputed.has(axis))) return true;
  return differByStandIns(misplacedSoFar(checking), one, other);
}

/** The axes of these names in this definition. */
export function shapeOf(checking: Checking, names: readonly string[]): Shape {
  return names.map((name) => axisNamed(checking.scope, name));
}

/** The names of the axes, in drawing order. */
export function axisNames(shape: Shape): readonly string[] {
  return shape.map((axis: Axis) => axis.name);
}

/** An array for a sentence: `` `Q` [y k h] `` without its sizes, or just the shape. */
export function quoteValue(value: Value): string {
  return value.name === undefined ? "its argument" : `\`${value.name}\``;
}

/** A size for a sentence, with what it is at present. */
export function quoteSize(checking: Checking, size: Size): string {
  return printSize(checking.sizes.resolve(size), checking.scope.table.names);
}

/** A value of this definition. */
export function makeValue(
  checking: Checking,
  made: {
    readonly id: string;
    readonly name?: string;
    readonly axes: readonly string[];
    readonly entries: Entries;
    readonly maker: NodeId;
    readonly poisoned?: boolean | undefined;
  },
): Value {
  return {
    id: made.id,
    ...(made.name !== undefined && { name: made.name }),
    type: { shape: shapeOf(checking, made.axes), entries: made.entries },
    maker: made.maker,
    ...(made.poisoned && { poisoned: true }),
  };
}
