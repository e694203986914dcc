import { type Heights, SPACING } from "../slab.ts";

/** Arrays that go to a plate or box; `targets` of an input end there, its other axes pass by. */
export interface AttachSpec {
  readonly inputs: readonly {
    readonly axes: readonly string[];
    readonly targets: readonly string[];
  }[];
  readonly outputs: readonly (readonly string[])[];
}

/** A strand from the left edge to the left side of the glyph. */
export interface Attached {
  readonly axis: string;
  readonly from: number;
  readonly slot: number;
}

/** A strand that passes: from one or more inputs, which then are joined, to one or more outputs. */
export interface Passed {
  readonly axis: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

export interface Emitted {
  readonly axis: string;
  readonly y: number;
  /** False when a target of the same name ends here, so that no new label is due. */
  readonly isNew: boolean;
}

/** All heights of a slab whose glyph takes some strands and gives others. */
export interface Attachment {
  readonly targets: readonly Attached[];
  readonly passed: readonly Passed[];
  readonly results: readonly Emitted[];
  readonly outputs: readonly Heights[];
  /** True when a strand changes height before the glyph. */
  readonly crosses: boolean;
  /** First and last height at the glyph. */
  readonly first: number;
  readonly last: number;
}

const ARRAY_GAP = 1.5 * SPACING;

/** The axes that pass: those of an input that are not its targets. */
function passingAxes(spec: AttachSpec): ReadonlySet<string> {
  return new Set(
    spec.inputs.flatMap(({ axes, targets }) => axes.filter((axis) => !targets.includes(axis))),
  );
}

/**
 * Output axes that are named behind the glyph: those that none of the inputs has, and beside such ones
 * also those that end at the glyph and begin there again.
 */
export function newAxes(spec: AttachSpec): readonly string[] {
  const old = new Set(spec.inputs.flatMap(({ axes }) => axes));
  const pass = passingAxes(spec);
  const begun = [...new Set(spec.outputs.flat().filter((axis) => !pass.has(axis)))];
  return begun.some((axis) => !old.has(axis)) ? begun : [];
}

/**
 * Results start at the height of the first target with pitch `SPACING`; strands that pass keep their
 * height unless the glyph pushes them down.
 */
export function attach(spec: AttachSpec, rows: readonly Heights[]): Attachment {
  const pass = passingAxes(spec);
  const origins = originsOf(spec, rows, pass);
  const ends = endsOf(spec, rows);
  const resultless = spec.outputs.flat().every((axis) => pass.has(axis));
  const wishes = wishesOf(spec, rows, pass);
  const walk = new Walk(ends, straightIn(ends, origins), startOf(wishes, firstHeight(rows)));
  const outputs = spec.outputs.map((axes, j) =>
    axes.map((axis, i) => {
      const gap = j > 0 && i === 0 ? ARRAY_GAP : SPACING;
      const wish = j === 0 ? wishes[i] : undefined;
      return pass.has(axis) ? walk.pass(wish, gap, resultless) : walk.result(axis, gap);
    }),
  );
  const targets = walk.finish();
  const passed = [...pass].map(
    (axis): Passed => ({
      axis,
      from: origins.get(axis) ?? [],
      to: spec.outputs.flatMap((axes, j) => {
        const y = outputs[j]?.[axes.indexOf(axis)];
        return y === undefined ? [] : [y];
      }),
    }),
  );
  const fresh = new Set(newAxes(spec));
  const results = spec.outputs.flatMap((axes, j) =>
    axes.flatMap((axis, i): Emitted[] =>
      pass.has(axis) ? [] : [{ axis, y: outputs[j]?.[i] ?? 0, isNew: fresh.has(axis) }],
    ),
  );
  const touched = [...targets.map(({ slot }) => slot), ...results.map(({ y }) => y)];
  const idle = firstHeight(rows);
  return {
    targets,
    passed,
    results,
    outputs,
    crosses:
      targets.some(({ from, slot }) => from !== slot) ||
      passed.some(({ from, to }) => from.some((y) => y !== to[0])),
    first: touched.length === 0 ? idle : Math.min(...touched),
    last: touched.length === 0 ? idle : Math.max(...touched),
  };
}

function firstHeight(rows: readonly Heights[]): number {
  const heights = rows.flat();
  return heights.length === 0 ? 0 : Math.min(...heights);
}

/** What the strands of output 0 wish for: heights of input 0 where they come from there. */
function wishesOf(spec: AttachSpec, rows: readonly Heights[], pass: ReadonlySet<string>) {
  const [main] = spec.inputs;
  const firstTarget = main?.axes.findIndex((axis) => main.targets.includes(axis)) ?? -1;
  const firstResult = spec.outputs[0]?.find((axis) => !pass.has(axis));
  return (spec.outputs[0] ?? []).map((axis) => {
    const at = axis === firstResult ? firstTarget : (main?.axes.indexOf(axis) ?? -1);
    return rows[0]?.[at];
  });
}

/** Where the first strand stands when only a later one has a wish. */
function startOf(wishes: readonly (number | undefined)[], fallback: number): number {
  const anchor = wishes.findIndex((wish) => wish !== undefined);
  return (wishes[anchor] ?? fallback) - Math.max(0, anchor) * SPACING;
}

function originsOf(spec: AttachSpec, rows: readonly Heights[], pass: ReadonlySet<string>) {
  const origins = new Map<string, number[]>();
  for (const [i, { axes, targets }] of spec.inputs.entries()) {
    for (const [k, axis] of axes.entries()) {
      if (!pass.has(axis) || targets.includes(axis)) continue;
      origins.set(axis, [...(origins.get(axis) ?? []), rows[i]?.[k] ?? 0]);
    }
  }
  return origins;
}

interface End {
  readonly axis: string;
  readonly from: number;
  /** Distance from the target before when they stand packed. */
  readonly gap: number;
}

function endsOf(spec: AttachSpec, rows: readonly Heights[]): readonly End[] {
  return spec.inputs.flatMap(({ axes, targets }, i) => {
    const own = axes.flatMap((axis, k) =>
      targets.includes(axis) ? [{ axis, from: rows[i]?.[k] ?? 0 }] : [],
    );
    return own.map((end, k) => ({ ...end, gap: k === 0 ? ARRAY_GAP : SPACING }));
  });
}

/** Whether no passing strand lies between the targets, so that they can go straight in. */
function straightIn(
  ends: readonly End[],
  origins: ReadonlyMap<string, readonly number[]>,
): boolean {
  const heights = ends.map(({ from }) => from);
  const first = Math.min(...heights);
  const last = Math.max(...heights);
  return ![...origins.values()].flat().some((y) => y > first && y < last);
}

/** Goes down the output strands and keeps track of what already stands above. */
class Walk {
  private readonly ends: readonly End[];
  private readonly straight: boolean;
  private previous = Number.NEGATIVE_INFINITY;
  private slots: readonly Attached[] | undefined;
  private readonly base: number;

  constructor(ends: readonly End[], straight: boolean, base: number) {
    this.ends = ends;
    this.straight = straight;
    this.base = base;
  }

  /** A strand that passes; `glyphBetween` says that no result marks the place of the glyph. */
  pass(wish: number | undefined, gap: number, glyphBetween: boolean): number {
    const [first] = this.ends;
    if (glyphBetween && first !== undefined && wish !== undefined && wish > first.from) {
      this.openGlyph(first.from, gap);
    }
    if (this.slots !== undefined) {
      this.previous = Math.max(this.previous, ...this.slots.map(({ slot }) => slot));
    }
    return this.put(wish, gap);
  }

  result(axis: string, gap: number): number {
    const [first] = this.ends;
    if (this.slots === undefined) {
      const y = this.least(first?.from, gap);
      this.openGlyph(y, gap);
      this.previous = y;
      return y;
    }
    return this.put(this.slots.find((slot) => slot.axis === axis)?.slot, gap);
  }

  /** The targets with their places at the glyph. */
  finish(): readonly Attached[] {
    const [first] = this.ends;
    if (this.slots === undefined && first !== undefined) this.openGlyph(first.from, SPACING);
    return this.slots ?? [];
  }

  private openGlyph(wish: number, gap: number): void {
    if (this.slots !== undefined) return;
    const [first] = this.ends;
    const start = this.least(wish, gap);
    let slot = start;
    this.slots = this.ends.map((end, i) => {
      if (i > 0) slot += end.gap;
      return { axis: end.axis, from: end.from, slot };
    });
    if (this.straight && start === first?.from) {
      this.slots = this.ends.map(({ axis, from }) => ({ axis, from, slot: from }));
    }
  }

  private put(wish: number | undefined, gap: number): number {
    this.previous = this.least(wish, gap);
    return this.previous;
  }

  private least(wish: number | undefined, gap: number): number {
    const free = this.previous + gap;
    if (!Number.isFinite(free)) return wish ?? this.base;
    return Math.max(wish ?? free, free);
  }
}
