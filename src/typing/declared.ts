import type { Entries } from "../../shapes/array-type.ts";
import type { NodeId, Port } from "../document/document.ts";
import { type Checking, differAsSaid, makeValue, report } from "./checking.ts";
import type { Value } from "./diagram.ts";
import { entriesFit, entriesOf } from "./entries.ts";
import {
  notTheShape,
  severalResultsInside,
  wrongEntries,
  wrongResultCount,
} from "./name-messages.ts";

/** The left side of a statement: its names with the shapes that the author gave. */
export interface Left {
  readonly statement: NodeId;
  readonly ports: readonly Port[];
}

/** What the right side gives for one result. */
export interface Computed {
  readonly axes: readonly string[];
  readonly entries: Entries;
}

/** Who makes the results, and whether something before them is already wrong. */
export interface Maker {
  readonly id: NodeId;
  readonly callee: string;
  readonly left?: Left | undefined;
  readonly poisoned: boolean;
}

/** The values of a node, and whether the left side contradicts the right one. */
export interface Settled {
  readonly values: readonly Value[];
  readonly wrong: boolean;
  /** It does, and that follows from an error elsewhere. */
  readonly told?: boolean;
}

/** Gives results their names, the order of the written shape, and compares the two shapes. */
export function settleResults(
  checking: Checking,
  maker: Maker,
  computed: readonly Computed[],
): Settled {
  const { left } = maker;
  if (!left) return settleNested(checking, maker, computed);
  if (left.ports.length !== computed.length) {
    const message = wrongResultCount(maker.callee, computed.length, left.ports.length);
    if (!maker.poisoned) report(checking, message, { node: left.statement });
    return { values: declaredResults(checking, maker, computed[0]), wrong: !maker.poisoned };
  }
  let [wrong, told] = [false, false];
  const values = left.ports.map((port, i) => {
    const result = computed[i] ?? NOTHING;
    const fit = comparePort(checking, maker, port, result);
    wrong ||= fit === "wrong";
    told ||= fit === "told";
    return declaredValue(checking, maker, port, { ...result, wrong: fit !== "fits" });
  });
  if (maker.poisoned) disputeMadeAxes(checking, left.ports, computed);
  return { values, wrong, told };
}

/** The results of a node that went wrong: as declared, else as the guess says. */
export function declaredResults(
  checking: Checking,
  maker: Maker,
  guess: Computed = NOTHING,
): readonly Value[] {
  if (!maker.left) return [nestedValue(checking, { ...maker, poisoned: true }, guess, 0)];
  disputeMadeAxes(checking, maker.left.ports, [guess]);
  return maker.left.ports.map((port) =>
    declaredValue(checking, maker, port, { ...guess, wrong: true }),
  );
}

/** The axes of a written shape, unless a part of it is not given yet. */
export function writtenAxes(port: Port): readonly string[] | undefined {
  if (!port.shape) return undefined;
  const names: string[] = [];
  for (const term of port.shape) {
    if (term.kind !== "axis") return undefined;
    if (!names.includes(term.name)) names.push(term.name);
  }
  return names;
}

const NOTHING: Computed = { axes: [], entries: { kind: "real" } };

function settleNested(checking: Checking, maker: Maker, computed: readonly Computed[]): Settled {
  const wrong = computed.length !== 1 && !maker.poisoned;
  if (wrong)
    report(checking, severalResultsInside(maker.callee, computed.length), { node: maker.id });
  const poisoned = maker.poisoned || wrong;
  const results = computed.length > 0 ? computed : [NOTHING];
  const values = results.map((result, i) =>
    nestedValue(checking, { ...maker, poisoned }, result, i),
  );
  return { values, wrong };
}

function nestedValue(checking: Checking, maker: Maker, result: Computed, i: number): Value {
  return makeValue(checking, {
    id: `${maker.id}:${i}`,
    axes: result.axes,
    entries: result.entries,
    maker: maker.id,
    poisoned: maker.poisoned,
  });
}

/** A declared shape ends the poison: what follows is checked against what its author wrote. */
function declaredValue(
  checking: Checking,
  maker: Maker,
  port: Port,
  result: Computed & { readonly wrong: boolean },
): Value {
  const axes = writtenAxes(port);
  return makeValue(checking, {
    id: port.name,
    name: port.name,
    axes: axes ?? result.axes,
    entries: (result.wrong ? entriesOf(port) : undefined) ?? result.entries,
    maker: maker.id,
    poisoned: result.wrong || (maker.poisoned && axes === undefined),
  });
}

/** The sizes of axes that a right side makes are not known where it went wrong. */
function disputeMadeAxes(
  checking: Checking,
  ports: readonly Port[],
  known: readonly Computed[],
): void {
  const given = new Set(known.flatMap(({ axes }) => axes));
  for (const port of ports) {
    for (const axis of writtenAxes(port) ?? []) {
      if (!given.has(axis)) checking.scope.disputed.add(axis);
    }
  }
}

/** Whether a result is what its port writes; "told" where that follows from what has been said. */
function comparePort(
  checking: Checking,
  maker: Maker,
  port: Port,
  result: Computed,
): "fits" | "told" | "wrong" {
  if (maker.poisoned) return "fits";
  const place = { node: maker.left?.statement ?? maker.id, part: `result ${port.name}` };
  const declared = writtenAxes(port);
  if (declared && !sameAxes(declared, result.axes)) {
    if (differAsSaid(checking, declared, result.axes)) return "told";
    const shape = { name: port.name, declared, computed: result.axes };
    const known = checking.diagnostics.length;
    report(checking, notTheShape(shape), place);
    return checking.diagnostics.length > known ? "wrong" : "told";
  }
  const entries = entriesOf(port);
  if (!entries || entriesFit(checking, entries, result.entries)) return "fits";
  const kinds = { takes: entries, got: result.entries };
  report(checking, wrongEntries({ where: `\`${port.name}\``, ...kinds }), place);
  return "wrong";
}

function sameAxes(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((axis) => right.includes(axis));
}
