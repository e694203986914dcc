import type { NodeId, Statement } from "../../document/document.ts";
import type { Value } from "../../typing/diagram.ts";
import type { EditContext } from "../edit.ts";
import { bodyAt, type TreePath } from "../edits/document-tree.ts";
import { axesIn, boundaryOf } from "./boundary.ts";
import { gather } from "./gather.ts";
import { whyNoCopies } from "./loop-copies.ts";
import type { LoopForm } from "./loop-form.ts";
import { isCrossing, usesOutside } from "./parting.ts";
import { valuesAt } from "./port.ts";

/** How an array crosses the walls of a loop that is to be made. */
export type LoopCrossing =
  /** From step to step: `array` is the start, `next` the array inside that goes on. */
  | { readonly as: "carried"; readonly array: string; readonly next: string }
  /** One step's slice of the array goes in, or the array as a whole in every step. */
  | { readonly as: "sliced" | "read"; readonly array: string }
  /** The steps are stacked along the loop's axis. */
  | { readonly as: "collected"; readonly array: string };

/** The lines that go into the loop, with what crosses its walls. */
export interface LoopLines {
  readonly body: TreePath;
  readonly lines: readonly Statement[];
  readonly rest: readonly Statement[];
  /** Arrays from outside, in order of first use. */
  readonly incoming: readonly string[];
  /** Arrays that are used outside, in text order; all that leave where nothing reads them. */
  readonly outgoing: readonly string[];
  /** Types of arrays from outside as they are in the body, and of those that the lines make. */
  readonly values: ReadonlyMap<string, Value>;
}

/** Guesses from the shapes how each array crosses, for the user to change; `says` is a refusal. */
export function guessCrossings(
  context: EditContext,
  nodes: readonly NodeId[],
  form: LoopForm,
):
  | { readonly ok: true; readonly crossings: readonly LoopCrossing[] }
  | { readonly ok: false; readonly says: string } {
  const found = loopLines(context, nodes, form);
  if (typeof found === "string") return { ok: false, says: found };
  const { lines, incoming, outgoing, values } = found;
  const { visible } = boundaryOf(lines);
  const open = new Set(outgoing);
  const ins = incoming.map((array): LoopCrossing => {
    const value = values.get(array);
    const axis = form.kind === "scan" ? form.axis : form.index;
    if (value && axis !== undefined && axesOf(value).includes(axis)) return { as: "sliced", array };
    const isNext = (name: string) => goesOn(array, name, { values, form });
    const next =
      [...open].find(isNext) ?? visible.find((name) => name === `${array}'` && isNext(name));
    if (next === undefined) return { as: "read", array };
    open.delete(next);
    return { as: "carried", array, next };
  });
  const outs = [...open].map((array): LoopCrossing => ({ as: "collected", array }));
  return { ok: true, crossings: [...ins, ...outs] };
}

/** Axes along which a scan of the lines could go: those that no line acts on, of incoming arrays. */
export function axesToScan(context: EditContext, nodes: readonly NodeId[]): readonly string[] {
  const found = loopLines(context, nodes, { kind: "scan", axis: "" });
  if (typeof found === "string") return [];
  const { lines, incoming, values } = found;
  const names = incoming.flatMap((array) => axesOf(values.get(array)));
  return [...new Set(names)].filter((axis) => !actsOn(lines, axis));
}

/** Parts the lines of a selection from those around them, or says why they make no loop. */
export function loopLines(
  context: EditContext,
  nodes: readonly NodeId[],
  form: LoopForm,
): LoopLines | string {
  const gathered = gather(context.document, nodes);
  if (!gathered.ok) return gathered.says;
  const { body } = gathered;
  const chosen = new Set(
    gathered.lines.map(({ statement }) => statement).filter((line) => canEnter(line, form)),
  );
  if (![...chosen].some(({ kind }) => kind !== "weight" && kind !== "layer")) {
    return "A loop needs an operation; select the lines that are done again and again.";
  }
  const complaint = whyNoCopies({ document: context.document, body, lines: [...chosen] }, form);
  if (complaint !== undefined) return complaint;
  const all = bodyAt(context.document, body);
  const lines = all.filter((line) => chosen.has(line));
  const rest = all.filter((line) => !chosen.has(line));
  const { mentions, made, visible } = boundaryOf(lines);
  const values = valuesAt(context, body);
  const incoming = mentions.filter((name) => values.has(name) && !made.has(name));
  const used = usesOutside(context, body, chosen);
  const leaving = visible.filter((name) => used.has(name));
  const open = visible.filter((name) => !mentions.includes(name));
  return { body, lines, rest, incoming, outgoing: leaving.length > 0 ? leaving : open, values };
}

/** Why no step can have a slice of the array of its own, as a sentence. */
export function whyNoSlice(
  { lines, values }: Pick<LoopLines, "lines" | "values">,
  array: string,
  form: LoopForm,
): string | undefined {
  if (form.kind === "repeat") {
    if (form.index !== undefined && hasAxis(values, array, form.index)) return undefined;
    return form.index === undefined
      ? `A slice for each copy needs an index: one that is called like the axis of \`${array}\` that counts the copies.`
      : `\`${array}\` has no axis \`${form.index}\`, so there is no slice of it for each copy.`;
  }
  const { axis } = form;
  if (!hasAxis(values, array, axis)) {
    return `\`${array}\` has no axis \`${axis}\`, so there is no slice of it for each step.`;
  }
  return actsOn(lines, axis)
    ? `These lines act on \`${axis}\` itself, so they cannot be done one step of \`${axis}\` at a time.`
    : undefined;
}

/** Whether an array has an axis of that name where the lines read it. */
export function hasAxis(values: LoopLines["values"], array: string, axis: string): boolean {
  return axesOf(values.get(array)).includes(axis);
}

/** Arrays that the lines make which could go on as the next state of one that comes in. */
export function nextsOf(
  { lines, values }: Pick<LoopLines, "lines" | "values">,
  array: string,
  form: LoopForm,
): readonly string[] {
  const start = axesOf(values.get(array));
  return boundaryOf(lines).visible.filter((name) => {
    const axes = axesOf(values.get(name));
    const inside = form.kind === "scan" ? axes.filter((axis) => axis !== form.axis) : axes;
    const isSame = (to: readonly string[]): boolean =>
      to.length === start.length && start.every((axis) => to.includes(axis));
    return values.has(name) && (isSame(axes) || isSame(inside));
  });
}

/** Whether a line has the axis in brackets, so that it needs the axis as a whole. */
function actsOn(lines: readonly Statement[], axis: string): boolean {
  const withoutShapes = lines.map((line): Statement => {
    if (line.kind === "array") return { ...line, results: [] };
    if (line.kind === "weight") return { ...line, ports: [] };
    if (line.kind !== "repeat" && line.kind !== "scan") return line;
    return { ...line, body: [] };
  });
  const inner = lines.flatMap((line) =>
    line.kind === "repeat" || line.kind === "scan" ? [line.body] : [],
  );
  return axesIn(withoutShapes).has(axis) || inner.some((body) => actsOn(body, axis));
}

/** What stands in a scan has one set of weights anyway, so weights stay where they are. */
function canEnter(line: Statement, form: LoopForm): boolean {
  if (line.kind === "weight" || line.kind === "layer") return form.kind === "repeat";
  return line.kind === "array" ||
    line.kind === "repeat" ||
    line.kind === "scan" ||
    line.kind === "save"
    ? !isCrossing(line)
    : false;
}

/** Whether an array could be the state that starts as another: the same axes, before and after. */
function goesOn(
  start: string,
  next: string,
  { values, form }: { readonly values: ReadonlyMap<string, Value>; readonly form: LoopForm },
): boolean {
  const [from, to] = [axesOf(values.get(start)), axesOf(values.get(next))];
  const isNamedSo = next.replace(/'+$/, "") === start && next !== start;
  const after = form.kind === "scan" && isNamedSo ? to.filter((axis) => axis !== form.axis) : to;
  return from.length === after.length && from.every((axis) => after.includes(axis));
}

function axesOf(value: Value | undefined): readonly string[] {
  return value?.type.shape.map(({ name }) => name) ?? [];
}
