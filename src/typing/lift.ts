/** What an operation does to axis names, before the axes it does not know are carried along. */
export interface Action {
  /** Per input, its axes in order. */
  readonly inputs: readonly (readonly string[])[];
  /** Per input, the axes that the operation uses up. */
  readonly consumed: readonly (readonly string[])[];
  /** The axes that the operation itself puts into one result. */
  readonly made: readonly string[];
  /** Per made axis, the used axis in whose place it stands; the first one unless given. */
  readonly places?: readonly (string | undefined)[];
}

/** The axes of a result in drawing order, or the axis that it would have twice. */
export type Lifted =
  | { readonly kind: "lifted"; readonly axes: readonly string[] }
  | { readonly kind: "twice"; readonly axis: string; readonly axes: readonly string[] };

/**
 * Lifts an operation over every axis that it does not use up, by name.
 *
 * The order follows the base: the first input whose remaining axes include those of all inputs,
 * else the first. Where its first used axis stood come the made axes that have no other place; an operation that makes none
 * (a contraction) leaves that place to the remaining axes of the other inputs. What is left comes
 * last, in order of appearance.
 */
export function liftAxes(action: Action): Lifted {
  const remaining = action.inputs.map((axes, i) => {
    const used = action.consumed[i] ?? [];
    return used.length === 0 ? axes : axes.filter((axis) => !used.includes(axis));
  });
  const axes = orderAxes(action, remaining);
  const twice =
    action.made.find((axis, i) => action.made.indexOf(axis) !== i) ??
    action.made.find((axis) => remaining.some((left) => left.includes(axis)));
  return twice === undefined ? { kind: "lifted", axes } : { kind: "twice", axis: twice, axes };
}

function orderAxes(action: Action, remaining: readonly (readonly string[])[]): readonly string[] {
  const base = baseOf(remaining);
  const used = action.consumed[base] ?? [];
  const ordered = new Set<string>();
  const contracts = action.made.length === 0;
  const inBase = action.inputs[base] ?? [];
  const first = inBase.find((axis) => used.includes(axis));
  const placeOf = (i: number) => {
    const place = action.places?.[i];
    return place !== undefined && used.includes(place) && inBase.includes(place) ? place : first;
  };
  for (const axis of inBase) {
    if (!used.includes(axis)) {
      ordered.add(axis);
      continue;
    }
    for (const [i, made] of action.made.entries()) if (placeOf(i) === axis) ordered.add(made);
    if (contracts)
      addAll(
        ordered,
        remaining.filter((_, i) => i !== base),
      );
  }
  addAll(ordered, remaining);
  for (const made of action.made) ordered.add(made);
  return [...ordered];
}

function baseOf(remaining: readonly (readonly string[])[]): number {
  if (remaining.length < 2) return 0;
  const all = new Set(remaining.flat());
  const widest = remaining.findIndex((axes) => axes.length === all.size);
  return Math.max(widest, 0);
}

function addAll(ordered: Set<string>, shapes: readonly (readonly string[])[]): void {
  for (const axes of shapes) for (const axis of axes) ordered.add(axis);
}
