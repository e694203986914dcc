import { parseSize } from "../../shapes/parse.ts";
import { symbol } from "../../shapes/size.ts";
import { sizeOf } from "../../shapes/size-of.ts";
import { parse } from "../../src/language/parse.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { blockDiagram, flatDiagram } from "./large.ts";
import { medianOf } from "./time.ts";

/** A measured piece of work beside what it may take, both in milliseconds. */
export interface Budgeted {
  readonly name: string;
  readonly milliseconds: number;
  readonly budget: number;
}

const REFERENCE_BUDGET = 16;
const SHAPE_BUDGET = 0.02;
const SHAPES = 2_000;

/** How long typing takes from nothing: a size of its own keeps each run from what is remembered. */
function timeOf(text: string): Promise<number> {
  return medianOf(
    7,
    (run) => {
      const lines = text.split("\n");
      const at = lines.findIndex((line) => /^(size|input|block)/.test(line));
      return parse(lines.toSpliced(at, 0, `size run_${run} = ${run + 2}`).join("\n")).document;
    },
    (document) => inferDiagram(document),
  );
}

/** Types each diagram from nothing; the slowest of them. */
export async function benchReferences(texts: readonly string[]): Promise<Budgeted> {
  const times: number[] = [];
  for (const text of texts) times.push(await timeOf(text));
  const name = `type each of ${texts.length} diagrams, the slowest`;
  return { name, milliseconds: Math.max(...times), budget: REFERENCE_BUDGET };
}

/** The size that a convolution leaves, of symbols: window, stride, padding and dilation. */
export async function benchConvolvedSize(): Promise<Budgeted> {
  const reading = parseSize("(n + 2*p - d*(k - 1) - 1)//s + 1");
  if (!reading.ok) throw new RangeError("The size of the benchmark cannot be read.");
  const milliseconds = await medianOf(
    7,
    () => undefined,
    () => {
      for (let i = 0; i < SHAPES; i++) {
        sizeOf(reading.value, { size: (name) => symbol(`${name}${i}`) });
      }
    },
  );
  return {
    name: "a symbolic convolved size",
    milliseconds: milliseconds / SHAPES,
    budget: SHAPE_BUDGET,
  };
}

/** How long typing takes at 100, 1,000 and 10,000 operations, as multiples of the first. */
export async function benchGrowth(form: "flat" | "in blocks"): Promise<readonly number[]> {
  const times: number[] = [];
  for (const count of [100, 1_000, 10_000]) {
    times.push(await timeOf(form === "flat" ? flatDiagram(count) : blockDiagram(count)));
  }
  const [first = Number.NaN] = times;
  return times.map((time) => time / first);
}
