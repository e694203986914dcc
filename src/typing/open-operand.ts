import type { Argument, AxisTerm, Brackets } from "../document/document.ts";
import type { Op } from "../ops/op.ts";
import { notConnected, type Port } from "./absence-messages.ts";
import { axisNames, type Checking, report } from "./checking.ts";
import { type Left, writtenAxes } from "./declared.ts";
import type { Value } from "./diagram.ts";
import type { Signature } from "./signature.ts";

/** A call with its arguments, in order, as far as they are known. */
interface OpenCall {
  readonly callee: string;
  readonly args: readonly Argument[];
  readonly operands: readonly Value[];
  readonly brackets?: Brackets | undefined;
  readonly left?: Left | undefined;
}

const SPARE: Port = { isSpare: true };

/** Reports every `?` among the arguments of an operation under the name of its port. */
export function reportOpenOperands(checking: Checking, op: Op, call: OpenCall): void {
  const specs = op.operands.filter(({ keyword }) => !keyword);
  reportOpen(checking, call, (at) => {
    const spec = specs[at] ?? (specs.at(-1)?.repeated && specs.at(-1));
    const port = spec?.repeated ? at : spec?.name;
    return port === undefined ? SPARE : { port, expects: expectedOf(op, call, at) };
  });
}

/** Reports every `?` among the arguments of a block under the name of its port. */
export function reportOpenPorts(checking: Checking, { inputs }: Signature, call: OpenCall): void {
  const bound = new Map<string, string>();
  for (const term of call.brackets?.targets ?? []) {
    if (term.kind === "axis" && term.size?.kind === "name") bound.set(term.name, term.size.name);
  }
  reportOpen(checking, call, (at) => {
    const { name, type } = inputs[at] ?? {};
    if (name === undefined || type === undefined) return SPARE;
    return { port: name, expects: axisNames(type.shape).map((axis) => bound.get(axis) ?? axis) };
  });
}

function reportOpen(
  checking: Checking,
  { callee, args }: OpenCall,
  portAt: (at: number) => Port,
): void {
  let at = 0;
  for (const { keyword, value } of args) {
    const place = at;
    if (keyword === undefined) at += 1;
    if (value.kind !== "unknown") continue;
    const port = keyword === undefined ? portAt(place) : { port: keyword, isSpare: true };
    report(checking, notConnected(callee, port), { node: value.id });
  }
}

/**
 * The axes that an operand must have: those on the left that nothing else brings in, and those that
 * the brackets work on. `undefined` where what is written does not tell.
 */
function expectedOf(op: Op, call: OpenCall, at: number): readonly string[] | undefined {
  const sought = op.brackets.sought ?? "each";
  const isSought = sought === "each" || op.symmetric === true || (sought === "first" && at === 0);
  const others = call.operands.filter((_, other) => other !== at);
  const [port, ...more] = call.left?.ports ?? [];
  const left = port && writtenAxes(port);
  const { targets = [], results = [], options = [] } = call.brackets ?? {};
  const over = options.find(({ word }) => word === "over");
  const own = plain(targets);
  const made = plain([...results, ...(over?.results ?? [])]);
  const isKnown = isSought && more.length === 0 && !others.some(({ poisoned }) => poisoned);
  if (!isKnown || left === undefined || own === undefined || made === undefined) return undefined;
  const along = (over?.values ?? []).flatMap(({ size }) =>
    size.kind === "name" ? [size.name] : [],
  );
  const worked = [...own, ...along].filter((axis) => made.includes(axis) || !left.includes(axis));
  const kept = [...own, ...along].filter((axis) => !worked.includes(axis));
  const brought = new Set(others.flatMap(({ type }) => axisNames(type.shape)));
  const isPassing = (axis: string) =>
    !made.includes(axis) && (!brought.has(axis) || kept.includes(axis));
  const opening = left.findIndex((axis) => made.includes(axis));
  const place = opening >= 0 ? opening : at === 0 ? left.length : 0;
  const expected = [
    ...left.slice(0, place).filter(isPassing),
    ...worked,
    ...left.slice(place).filter(isPassing),
  ];
  return expected.length === 0 ? undefined : expected;
}

function plain(terms: readonly AxisTerm[]): readonly string[] | undefined {
  const names = terms.flatMap((term) => (term.kind === "axis" ? [term.name] : []));
  return names.length === terms.length ? names : undefined;
}
