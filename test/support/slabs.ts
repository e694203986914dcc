import type { Mark } from "../../src/draw/mark.ts";
import type { Point } from "../../src/draw/path.ts";
import { type Heights, SPACING as S, type Slab } from "../../src/draw/slab.ts";

type Axes = readonly string[];

interface Drawn {
  readonly width: number;
  readonly outputs: readonly Heights[];
  readonly dashEnds?: readonly number[];
  readonly dashStarts?: readonly number[];
  /** Room beyond all strands; 0.8 S above and 0.5 S below unless given. */
  readonly above?: number;
  readonly below?: number;
  readonly marks: readonly Mark[];
}

interface Sketch {
  readonly inputs: readonly Axes[];
  readonly outputs: readonly Axes[];
  readonly takesHoles?: boolean;
  readonly free?: readonly boolean[];
  readonly rigid?: readonly number[];
  readonly keepsShape?: boolean;
  draw(inputs: readonly Heights[], free: readonly (Heights | undefined)[]): Drawn;
}

function slabOf(sketch: Sketch): Slab {
  return {
    inputs: sketch.inputs,
    outputs: sketch.outputs,
    takesHoles: sketch.inputs.map(() => sketch.takesHoles ?? false),
    free: sketch.free ?? sketch.outputs.map(() => false),
    ...(sketch.rigid ? { rigid: sketch.rigid } : {}),
    keepsShape: sketch.keepsShape ?? false,
    place(inputs, free) {
      const drawn = sketch.draw(inputs, free);
      const all = [...inputs.flat(), ...drawn.outputs.flat()];
      return {
        width: drawn.width,
        outputs: drawn.outputs,
        top: (all.length > 0 ? Math.min(...all) : 0) - (drawn.above ?? 0.8 * S),
        bottom: (all.length > 0 ? Math.max(...all) : 0) + (drawn.below ?? 0.5 * S),
        dashEnds: drawn.dashEnds ?? inputs.slice(1).map(() => drawn.width),
        dashStarts: drawn.dashStarts ?? drawn.outputs.slice(1).map(() => 0),
        marks: drawn.marks,
      };
    },
  };
}

/** A strand that bends over the whole of a stretch. */
function curve(from: Point, to: Point, reach = 0.5): Mark {
  const dx = (to.x - from.x) * reach;
  return {
    kind: "strand",
    axis: "",
    path: [
      { kind: "move", to: from },
      from.y === to.y
        ? { kind: "line", to }
        : { kind: "cubic", c1: { x: from.x + dx, y: from.y }, c2: { x: to.x - dx, y: to.y }, to },
    ],
  };
}

function word(text: string, x: number, y: number): Mark {
  return { kind: "text", text, role: "letter", x, y, anchor: "middle" };
}

function box(x: number, y: number, width: number, height: number): Mark {
  return {
    kind: "path",
    fill: "linear",
    path: [
      { kind: "move", to: { x, y } },
      { kind: "line", to: { x: x + width, y } },
      { kind: "line", to: { x: x + width, y: y + height } },
      { kind: "line", to: { x, y: y + height } },
      { kind: "close" },
    ],
  };
}

const dot = (x: number, y: number): Mark => ({ kind: "dot", x, y, radius: 4 });

function straight(heights: Heights, width: number): Mark[] {
  return heights.map((y) => curve({ x: 0, y }, { x: width, y }));
}

/** An input of a figure. */
export function entry(axes: Axes, name = ""): Slab {
  return slabOf({
    inputs: [],
    outputs: [axes],
    free: [true],
    draw(_, [heights = []]) {
      const y = ((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2;
      const marks = heights.flatMap((at, i) => [
        curve({ x: S, y: at }, { x: 2 * S, y: at }),
        word(axes[i] ?? "", 1.3 * S, at - 2),
      ]);
      return { width: 2 * S, outputs: [heights], marks: [...marks, word(name, 0.5 * S, y + 5)] };
    },
  });
}

/** An output of a figure. */
export function exit(axes: Axes, name = ""): Slab {
  return slabOf({
    inputs: [axes],
    outputs: [],
    takesHoles: true,
    draw([heights = []]) {
      const y = ((heights[0] ?? 0) + (heights.at(-1) ?? 0)) / 2;
      const marks = [...straight(heights, S), word(name, 1.5 * S, y + 5)];
      return { width: 2 * S, outputs: [], marks };
    },
  });
}

/** Any operation that keeps all strands, such as soft-max or a norm; `above` for a glyph on top. */
export function keep(axes: Axes, name = "o", above = 0.8 * S): Slab {
  return slabOf({
    inputs: [axes],
    outputs: [axes],
    takesHoles: true,
    keepsShape: true,
    draw([heights = []]) {
      const on = (heights.at(-1) ?? 0) + 5;
      const y = above > S ? (heights[0] ?? 0) - 0.6 * S : on;
      const marks = [...straight(heights, 2 * S), word(name, S, y)];
      return { width: 2 * S, outputs: [heights], above, below: 0.75 * S, marks };
    },
  });
}

/** A function over the whole array: its glyph stands above, or in the middle of a hole. */
export function elementwise(axes: Axes, name = "R"): Slab {
  return slabOf({
    inputs: [axes],
    outputs: [axes],
    takesHoles: true,
    keepsShape: true,
    draw([heights = []]) {
      const hole = heights.findIndex((y, i) => i > 0 && y - (heights[i - 1] ?? y) >= 2 * S);
      const middle = ((heights[hole] ?? 0) + (heights[hole - 1] ?? 0)) / 2;
      const y = hole < 0 ? (heights[0] ?? 0) - 0.75 * S : middle;
      const marks = [...straight(heights, 2.5 * S), word(`➤${name}➤`, 1.25 * S, y + 4)];
      return { width: 2.5 * S, outputs: [heights], above: hole < 0 ? 1.5 * S : 0.8 * S, marks };
    },
  });
}

/** A plate on the last `gone` strands, from which `made` new ones leave. */
export function linear(axes: Axes, gone: Axes, made: Axes, name = "L"): Slab {
  const rest = axes.filter((axis) => !gone.includes(axis));
  const outputs = [[...rest, ...made]];
  const first = axes.indexOf(gone[0] ?? "");
  const width = 2.75 * S;
  return slabOf({
    inputs: [axes],
    outputs,
    draw([heights = []]) {
      const start = heights[first] ?? 0;
      const results = made.map((_, i) => start + i * S);
      const kept = heights.filter((_, i) => !gone.includes(axes[i] ?? ""));
      const marks = [
        ...heights.map((y, i) =>
          curve({ x: 0, y }, { x: gone.includes(axes[i] ?? "") ? S : width, y }),
        ),
        ...results.flatMap((y, i) => [
          curve({ x: S, y }, { x: width, y }),
          word(made[i] ?? "", 2.5 * S, y - 2),
        ]),
        box(0.5 * S, start - 0.4 * S, 1.75 * S, Math.max(gone.length, made.length) * S - 0.2 * S),
        word(name, 1.4 * S, start + 5),
      ];
      return { width, outputs: [[...kept, ...results]], below: 0.9 * S, marks };
    },
  });
}

/**
 * A contraction of A above B over `target`. What survives of A keeps the upper heights, what
 * survives of B the lower ones, and a shared axis is at B; `close` closes the hole in the middle.
 */
export function contraction(
  a: Axes,
  b: Axes,
  target: string,
  close: "up" | "down" | "open" = "open",
): Slab {
  const shared = a.filter((axis) => axis !== target && b.includes(axis));
  const freeA = a.filter((axis) => axis !== target && !b.includes(axis));
  const early = shared.filter((axis) => a.indexOf(axis) < a.indexOf(freeA.at(-1) ?? ""));
  const upper = a.filter((axis) => freeA.includes(axis) || early.includes(axis));
  const lower = b.filter((axis) => axis !== target && !early.includes(axis));
  return slabOf({
    inputs: [a, b],
    outputs: [[...upper, ...lower]],
    takesHoles: true,
    draw([ya = [], yb = []]) {
      const stay = upper.map((_, i) => ya[i] ?? 0);
      const fall = lower.map((_, i) => yb[yb.length - lower.length + i] ?? 0);
      const cup = [ya[a.indexOf(target)] ?? 0, yb[0] ?? 0] as const;
      const reach = Math.min((cup[1] - cup[0]) / 2, 1.5 * S);
      const dive = Math.min(0.45 * ((yb.at(-1) ?? 0) - (ya[0] ?? 0)) - 0.75 * S, 4 * S);
      const p = Math.max(1.5 * S, shared.length > 0 ? dive : 0);
      const out = closed(stay, fall, close);
      const travel = Math.max(0, ...out.map((y, i) => Math.abs(y - ([...stay, ...fall][i] ?? y))));
      const c = close === "open" ? 0 : Math.max(0, 0.6 * travel - S);
      const mid = p + reach + 1.25 * S;
      const width = mid + c;
      const place = (axis: string) => [...stay, ...fall][[...upper, ...lower].indexOf(axis)];
      const enter = (axes: Axes, from: Heights, own: number) =>
        axes.map((axis, i) => {
          const y = from[i] ?? 0;
          return curve({ x: 0, y }, { x: p, y: axis === target ? own : (place(axis) ?? own) });
        });
      const marks: Mark[] = [
        ...enter(a, ya, cup[0]),
        ...enter(b, yb, cup[1]),
        {
          kind: "path",
          stroke: "wire",
          path: [
            { kind: "move", to: { x: p, y: cup[0] } },
            {
              kind: "cubic",
              c1: { x: p + reach * 1.3, y: cup[0] },
              c2: { x: p + reach * 1.3, y: cup[1] },
              to: { x: p, y: cup[1] },
            },
          ],
        },
        word("➤", p + reach + 8, (cup[0] + cup[1]) / 2 + 4),
        ...shared.map((axis) => dot(p, place(axis) ?? 0)),
        ...[...stay, ...fall].map((y, i) => curve({ x: p, y }, { x: width, y: out[i] ?? y }, 0.57)),
      ];
      return { width, outputs: [out], dashEnds: [p], marks };
    },
  });
}

function closed(upper: Heights, lower: Heights, close: "up" | "down" | "open"): Heights {
  const end = upper.at(-1);
  const start = lower[0];
  if (close === "open" || end === undefined || start === undefined) return [...upper, ...lower];
  const down = start - S - end;
  return close === "down"
    ? [...upper.map((y) => y + down), ...lower]
    : [...upper, ...lower.map((y) => y - down)];
}

/** Addition, product or concatenation: the rows below end in dots on the strands of the first. */
export function merge(rows: readonly Axes[], sign = "+"): Slab {
  const first = rows[0] ?? [];
  return slabOf({
    inputs: rows,
    outputs: [first],
    draw(inputs) {
      const [top = []] = inputs;
      const all = inputs.flat();
      const tall = all.length > 0 ? Math.max(...all) - Math.min(...all) : 0;
      const width = Math.min(Math.max(0.6 * tall, 2 * S), 3 * S) + 0.5 * S;
      const x = width - 0.5 * S;
      const marks: Mark[] = inputs.flatMap((heights, row) =>
        heights.map((y, i) =>
          row === 0
            ? curve({ x: 0, y }, { x: width, y })
            : curve({ x: 0, y }, { x, y: top[first.indexOf(rows[row]?.[i] ?? "")] ?? top[0] ?? y }),
        ),
      );
      for (const y of top) marks.push(dot(x, y));
      marks.push(word(sign, x, (top[0] ?? 0) - 0.4 * S));
      const ends = inputs.slice(1).map(() => 0.3 * width);
      return { width, outputs: [top], above: S, dashEnds: ends, marks };
    },
  });
}

/** Parts of an array along its first axis, each with a free height. */
export function split(axes: Axes, parts: number): Slab {
  const outputs = Array.from({ length: parts }, () => axes.slice(1));
  return slabOf({
    inputs: [axes],
    outputs,
    free: outputs.map(() => true),
    draw([input = []], free) {
      const heights = free.map((row) => row ?? []);
      const marks = heights.flatMap((row) =>
        row.map((y, i) => curve({ x: 0.5 * S, y: input[i + 1] ?? y }, { x: 3 * S, y })),
      );
      const starts = heights.slice(1).map(() => 2.1 * S);
      const enter = input.flatMap((y) => [curve({ x: 0, y }, { x: 0.5 * S, y }), dot(0.5 * S, y)]);
      return { width: 3 * S, outputs: heights, dashStarts: starts, marks: [...enter, ...marks] };
    },
  });
}

/** A wall of a bracket: everything crosses, each array at its own height. */
export function wall(rows: readonly Axes[]): Slab {
  return slabOf({
    inputs: rows,
    outputs: rows,
    draw(inputs) {
      const all = inputs.flat();
      const bar = box(
        1.4 * S,
        Math.min(...all) - S,
        4,
        Math.max(...all) - Math.min(...all) + 2 * S,
      );
      const marks = [bar, ...inputs.flatMap((heights) => straight(heights, 3 * S))];
      return { width: 3 * S, outputs: inputs, marks };
    },
  });
}

/** A block laid out before: its inputs stand at fixed offsets. */
export function block(rows: readonly Axes[], offsets: readonly number[], name = "block"): Slab {
  const first = rows[0] ?? [];
  return slabOf({
    inputs: rows,
    outputs: [first],
    rigid: offsets,
    draw(inputs) {
      const all = inputs.flat();
      const top = Math.min(...all) - 1.6 * S;
      const plate = box(0.2 * S, top, 5.6 * S, Math.max(...all) + 0.8 * S - top);
      const marks = [plate, word(name, 3 * S, top + S)];
      const strands = inputs.flatMap((heights, row) =>
        straight(heights, row === 0 ? 6 * S : 3 * S),
      );
      return {
        width: 6 * S,
        outputs: [inputs[0] ?? []],
        above: 1.8 * S,
        below: S,
        marks: [...marks, ...strands],
      };
    },
  });
}
