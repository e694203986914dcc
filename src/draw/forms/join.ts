import { strandBetween } from "../curve.ts";
import { measureText } from "../label.ts";
import type { Mark } from "../mark.ts";
import { type Heights, type Slab, SPACING } from "../slab.ts";
import { alignedHeights } from "./aligned.ts";
import { finishDrawing } from "./drawing.ts";
import { centredText, dot, strand } from "./strokes.ts";

export interface JoinSpec {
  /** Two or more arrays, top to bottom; the strands of one axis meet in a dot. */
  readonly operands: readonly (readonly string[])[];
  /** The union of their axes. */
  readonly output: readonly string[];
  /** LaTeX of what stands above the dots: `+`, `\times`, `-`, `<`. */
  readonly sign: string;
}

const MEET = { start: 0.43, end: 0.34 };
const SIGN_LIFT = 0.62 * SPACING;
const SIGN_GAP = 5;
const LEAST_EXIT = 0.5 * SPACING;

/** Sum, product, quotient, comparison and choice: arrays meet strand by strand. */
export function join({ operands, output, sign }: JoinSpec): Slab {
  const base = baseOf(operands, output);
  const signWidth = measureText(sign, "sign").width;
  const aside = base > 0 ? signWidth / 2 + SIGN_GAP : 0;
  const exit = Math.max(LEAST_EXIT, aside + signWidth / 2 + 2);
  return {
    inputs: operands,
    outputs: [output],
    takesHoles: operands.map(() => false),
    free: [false],
    keepsShape: false,
    place(rows) {
      const heights = joinedHeights({ operands, output, rows, base });
      const all = rows.flat();
      const total = all.length === 0 ? 0 : Math.max(...all) - Math.min(...all);
      const width = Math.min(3 * SPACING, Math.max(2 * SPACING, 0.6 * total)) + exit;
      const meets = width - exit;
      return finishDrawing({
        width,
        inputs: rows,
        outputs: [heights],
        marks: joinMarks({ operands, output, rows, base, heights, meets, width, sign, aside }),
        above: SPACING,
        dashEnd: 0.3 * width,
      });
    },
  };
}

/** The operand whose strands run straight: the first that has every axis of the output, else the first. */
function baseOf(operands: readonly (readonly string[])[], output: readonly string[]): number {
  const whole = operands.findIndex((axes) => output.every((axis) => axes.includes(axis)));
  return Math.max(0, whole);
}

interface Joined {
  readonly operands: readonly (readonly string[])[];
  readonly output: readonly string[];
  readonly rows: readonly Heights[];
  readonly base: number;
}

/** Axes of the base keep their heights as far as they can; the others line up beside them. */
function joinedHeights({ operands, output, rows, base }: Joined): Heights {
  const own = output.map((axis) => rows[base]?.[operands[base]?.indexOf(axis) ?? -1]);
  return alignedHeights(own, rows.flat()[0] ?? 0);
}

interface Meeting extends Joined {
  readonly heights: Heights;
  readonly meets: number;
  readonly width: number;
  readonly sign: string;
  /** How far right of the dots the sign stands, clear of strands that come from above. */
  readonly aside: number;
}

function joinMarks(meeting: Meeting): readonly Mark[] {
  const { operands, output, rows, base, heights, meets, width, sign, aside } = meeting;
  const marks: Mark[] = [];
  const dots: number[] = [];
  for (const [i, axis] of output.entries()) {
    const to = heights[i] ?? 0;
    const takers = operands.flatMap((axes, row) => {
      const y = rows[row]?.[axes.indexOf(axis)];
      return y === undefined ? [] : [{ row, y }];
    });
    const main = takers.find(({ row }) => row === base) ?? takers[0];
    for (const taker of takers) {
      const end = taker === main ? width : meets;
      const path = strandBetween({ x: 0, y: taker.y }, { x: meets, y: to }, MEET);
      const exit = { kind: "line", to: { x: width, y: to } } as const;
      marks.push(strand(axis, end === width ? [...path, exit] : path));
    }
    if (takers.length > 1) dots.push(to);
  }
  const [first] = heights;
  return [
    ...marks,
    ...dots.map((y) => dot({ x: meets, y })),
    centredText(sign, "sign", {
      x: meets + aside,
      y: first === undefined ? 0 : first - SIGN_LIFT,
    }),
  ];
}
