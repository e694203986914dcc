import type { AxisTerm, Expression, NodeId, Port, Statement } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { bodyAt, definitionOf, withBody } from "../edits/document-tree.ts";
import { identified, nameExpression } from "../edits/expression-tree.ts";
import { finish, refuse } from "../edits/finish.ts";
import { axesUsed, namesUsed } from "../edits/names.ts";
import { boundaryOf } from "./boundary.ts";
import { spreadAxes } from "./broadcast.ts";
import { moveLabels } from "./labels.ts";
import { splitBlanks } from "./lead.ts";
import {
  hasAxis,
  type LoopCrossing,
  type LoopLines,
  loopLines,
  whyNoSlice,
} from "./loop-crossings.ts";
import { type LoopForm, openingOf, whyNoForm } from "./loop-form.ts";
import { afterProducers, closesCycle } from "./parting.ts";
import { plainPort } from "./port.ts";
import { KEEP, type Substitution, substitute } from "./substitute.ts";

/** What goes into the loop, what loop it is, and how each array crosses its walls. */
export interface LoopRequest {
  readonly nodes: readonly NodeId[];
  readonly form: LoopForm;
  readonly crossings: readonly LoopCrossing[];
}

/** Makes a repeat or a scan around lines; what leaves it keeps its name outside. */
export function makeLoop(context: EditContext, { nodes, form, crossings }: LoopRequest): Edit {
  const found = loopLines(context, nodes, form);
  if (typeof found === "string") return refuse(found);
  const complaint =
    whyNoForm(form) ??
    whyNoCrossing(found, crossings, form) ??
    closesCycle({ body: found.body, inside: found.lines, outside: found.rest });
  if (complaint !== undefined) return refuse(complaint);
  const { document } = context;
  const inside = insideNames(context, found, { form, crossings });
  const [first, ...others] = found.lines;
  if (first === undefined) throw new RangeError("Lines were chosen, but there are none.");
  const { blanks, statement: opening } = splitBlanks(first);
  const around = crossings.flatMap((crossing) => crossingLine(found, inside, crossing));
  const lines = substitute([opening, ...others], substitutionOf(found, inside, crossings));
  const loop: Statement = {
    lead: [...blanks],
    id: "+loop",
    ...openingOf(withIndex(form, inside.axis)),
    body: [...around.map(identified), ...lines],
    trailing: [],
  };
  const before = bodyAt(document, found.body).indexOf(first);
  const read = boundaryOf(found.lines).mentions;
  const at = afterProducers(found.rest, read, before);
  const placed = withBody(document, found.body, () => found.rest.toSpliced(at, 0, loop));
  const { name } = definitionOf(document, found.body);
  const labels = {
    from: name,
    to: name,
    arrays: inside.arrays,
    axes: new Map(),
    leaves: () => false,
  };
  return finish(context, {
    document: { ...placed, layout: moveLabels(document.layout, labels) },
    label:
      form.kind === "scan"
        ? `Made a scan over ${form.axis}`
        : `Made a repeat of ${form.count.trim()}`,
    select: ["+loop"],
  });
}

/** A repeat that stacks its copies counts them. */
function withIndex(form: LoopForm, index: string | undefined): LoopForm {
  return form.kind === "scan" || index === undefined ? form : { ...form, index };
}

/** Names inside the loop, where they are others than outside. */
interface Inside {
  readonly arrays: ReadonlyMap<string, string>;
  /** The axis of a scan or the index of a repeat, when the loop has one. */
  readonly axis: string | undefined;
  readonly isScan: boolean;
}

function whyNoCrossing(
  { lines, incoming, outgoing, values }: LoopLines,
  crossings: readonly LoopCrossing[],
  form: LoopForm,
): string | undefined {
  const { made } = boundaryOf(lines);
  const leaves = new Set<string>();
  for (const crossing of crossings) {
    const leaving = crossing.as === "carried" ? crossing.next : crossing.array;
    const isOut = crossing.as === "carried" || crossing.as === "collected";
    if (isOut && !made.has(leaving))
      return `\`${leaving}\` is not made by these lines, so it cannot leave the loop.`;
    if (isOut && leaves.has(leaving))
      return `\`${leaving}\` leaves the loop twice; carry it or collect it.`;
    if (isOut) leaves.add(leaving);
    if (crossing.as !== "collected" && !incoming.includes(crossing.array)) {
      return `\`${crossing.array}\` is not read by these lines, so it does not enter the loop.`;
    }
  }
  const lost = outgoing.find((name) => !leaves.has(name));
  if (lost !== undefined) return `\`${lost}\` is used after the loop; carry it or collect it.`;
  for (const { as, array } of crossings) {
    const complaint = as === "sliced" ? whyNoSlice({ lines, values }, array, form) : undefined;
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function insideNames(
  { document, typed }: EditContext,
  { body }: LoopLines,
  { form, crossings }: { readonly form: LoopForm; readonly crossings: readonly LoopCrossing[] },
): Inside {
  const place = definitionOf(document, body);
  const taken = new Set(namesUsed(document, place));
  const fresh = (wish: string): string => {
    let name = wish;
    while (taken.has(name)) name = `${name}'`;
    taken.add(name);
    return name;
  };
  const isStacked = crossings.some(({ as }) => as === "sliced" || as === "collected");
  const axes = new Set([...axesUsed(document, typed, place), ...typed.sizes.keys()]);
  const own = [..."lijabcdefgh", "copy"].find((name) => !axes.has(name));
  const axis =
    form.kind === "scan" ? form.axis : (form.index ?? (isStacked ? (own ?? "copy'") : undefined));
  const arrays = new Map<string, string>();
  const stepName = (name: string) => name.replace(/('*)$/, `_${axis?.replace(/'+$/, "")}$1`);
  for (const crossing of crossings) {
    if (crossing.as === "carried") {
      arrays.set(crossing.array, crossing.next);
      arrays.set(crossing.next, fresh(`${crossing.next}'`));
    } else if (crossing.as !== "read") {
      arrays.set(crossing.array, fresh(stepName(crossing.array)));
    }
  }
  return { arrays, axis, isScan: form.kind === "scan" };
}

/** Inside, arrays have one step of what is sliced; what comes in whole keeps its axes. */
function substitutionOf(
  { lines, values }: LoopLines,
  { arrays, axis, isScan }: Inside,
  crossings: readonly LoopCrossing[],
): Substitution {
  const array = (name: string) => arrays.get(name) ?? name;
  if (axis === undefined) return { ...KEEP, array };
  const isWhole = ({ as, array: name }: LoopCrossing) =>
    as === "read" && hasAxis(values, name, axis);
  const whole = spreadAxes(
    lines,
    new Map(crossings.filter(isWhole).map(({ array: name }) => [name, [axis]])),
  );
  const keepsAxis = (name: string, other: string) => !isScan || other !== axis || whole.has(name);
  return { ...KEEP, array, keepsAxis: isScan ? keepsAxis : (_, other) => other !== axis };
}

function crossingLine(
  { values }: LoopLines,
  { arrays, axis }: Inside,
  crossing: LoopCrossing,
): readonly Statement[] {
  const { array } = crossing;
  const inner = arrays.get(array) ?? array;
  const without = (port: Port): Port => ({
    ...port,
    ...(port.shape && {
      shape: port.shape.filter((term) => term.kind !== "axis" || term.name !== axis),
    }),
  });
  const typedPort = (name: string, as: string): Port => {
    const value = values.get(name);
    return value && !value.poisoned ? plainPort(value, as) : { name: as };
  };
  switch (crossing.as) {
    case "read":
      return [];
    case "sliced": {
      const port = without(typedPort(array, inner));
      return [crossingStatement(inner, { kind: "each", port, from: nameExpression(array) })];
    }
    case "carried": {
      const { next } = crossing;
      const port = without(typedPort(array, next));
      const to = { name: arrays.get(next) ?? next };
      return [crossingStatement(next, { kind: "carry", port, from: nameExpression(array), to })];
    }
    case "collected": {
      const port = stacked(typedPort(array, array), axis);
      return [crossingStatement(array, { kind: "collect", port, from: nameExpression(inner) })];
    }
  }
}

type CrossingContent =
  | { readonly kind: "each" | "collect"; readonly port: Port; readonly from: Expression }
  | { readonly kind: "carry"; readonly port: Port; readonly from: Expression; readonly to: Port };

function crossingStatement(name: string, content: CrossingContent): Statement {
  return { lead: [], id: `+${content.kind} ${name}`, ...content };
}

/** The port of a stack has the loop's axis, in front where the array had none. */
function stacked(port: Port, axis: string | undefined): Port {
  const { shape } = port;
  if (shape === undefined || axis === undefined) return port;
  const has = shape.some((term) => term.kind === "axis" && term.name === axis);
  const term: AxisTerm = { kind: "axis", name: axis };
  return has ? port : { ...port, shape: [term, ...shape] };
}
