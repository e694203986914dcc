import fc from "fast-check";
import { expect } from "vitest";
import { parse } from "../../src/language/parse.ts";
import { drawDiagram } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSceneLaws } from "./scene-laws.ts";

/** What one statement is made of: its kind and three choices; shrinking makes them plainer. */
type Choice = readonly [number, number, number, number];

/** Names of axes that look alike, are long, or are typeset in several pieces. */
const ALIKE = ["t", "d", "t1", "t_1", "d_bar", "theta", `q${"_long".repeat(20)}`, "W".repeat(60)];
const PLAIN = ["a", "b", "c", "d", "e"];
const MOST_AXES = 5;
const DEEPEST = 2;

interface Made {
  readonly name: string;
  readonly axes: readonly string[];
}

/** A body under way: the arrays that it can read, and the lines so far. */
interface Body {
  readonly arrays: Made[];
  readonly lines: string[];
  readonly depth: number;
  freshArray(): string;
  freshAxis(): string;
}

/** What a statement starts from. */
interface Given {
  readonly body: Body;
  readonly first: Made;
  readonly second: Made;
  /** An axis of the first array. */
  readonly axis: string;
  readonly without: readonly string[];
  readonly choices: readonly [number, number, number];
}

/** Typing finds no error in such a text, and its picture keeps every law and is the same again. */
export function expectRandomLaws(text: string): void {
  const { document } = parse(text);
  const typed = inferDiagram(document);
  expect(typed.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const scene = drawDiagram(typed, document);
  expectSceneLaws(scene, text);
  expect(JSON.stringify(drawDiagram(typed, document))).toBe(JSON.stringify(scene));
}

/** Its picture keeps every law in rows too. */
export function expectRandomLawsInRows(text: string): void {
  const { document } = parse(text);
  const layout = [{ kind: "wrap", lead: [], width: 600 } as const];
  expectSceneLaws(drawDiagram(inferDiagram(document), { ...document, layout }), text);
}

/** Texts of well-typed diagrams with loops, of at most so many statements outside of them. */
export function randomDiagrams(most: number): fc.Arbitrary<string> {
  const pick = fc.nat(99);
  const choice = fc.tuple(fc.nat(15), pick, pick, pick);
  return fc
    .record({
      alike: fc.boolean(),
      inputs: fc.array(pick, { minLength: 1, maxLength: 4 }),
      choices: fc.array(choice, { minLength: 1, maxLength: most }),
    })
    .map(({ alike, inputs, choices }) => diagramText(alike ? ALIKE : PLAIN, inputs, choices));
}

function diagramText(
  names: readonly string[],
  inputs: readonly number[],
  choices: readonly Choice[],
): string {
  let arrays = 0;
  let axes = 0;
  const body: Body = {
    arrays: [],
    lines: [],
    depth: 0,
    freshArray: () => `A${arrays++}`,
    freshAxis: () => `n${axes++}`,
  };
  inputs.forEach((pick, i) => {
    const isTaken = (k: number) => (pick + k) % (k + 2) === 0 || k === pick % names.length;
    const shape = names.filter((_, k) => isTaken(k)).slice(0, 3);
    body.arrays.push({ name: `X${i}`, axes: shape });
    body.lines.push(`input X${i}[${shape.join(" ")}]`);
  });
  for (const choice of choices) writeStatement(choice, body);
  return `${body.lines.join("\n")}\n`;
}

function writeStatement([kind, ...choices]: Choice, body: Body): void {
  const [i, j, k] = choices;
  const first = recent(body, i);
  const axis = first.axes[k % Math.max(1, first.axes.length)];
  if (axis === undefined) {
    make(body, [], `relu(${first.name})`);
    return;
  }
  const without = first.axes.filter((each) => each !== axis);
  const write = WRITERS[kind % WRITERS.length] ?? pointwise;
  write({ body, first, second: recent(body, j), axis, without, choices });
}

/** One of the last arrays, so that diagrams are deep. */
function recent({ arrays }: Body, index: number): Made {
  const back = index % Math.min(arrays.length, 5);
  return arrays[arrays.length - 1 - back] ?? { name: "?", axes: [] };
}

function make(body: Body, axes: readonly string[], right: string): void {
  const name = body.freshArray();
  body.lines.push(`${"  ".repeat(body.depth)}${name}[${axes.join(" ")}] = ${right}`);
  body.arrays.push({ name, axes });
}

const POINTWISE = ["relu", "tanh", "gelu", "sigmoid"];
const REDUCTIONS = ["sum", "max", "mean"];

function pointwise({ body, first, choices: [, , k] }: Given): void {
  make(body, first.axes, `${POINTWISE[k % POINTWISE.length]}(${first.name})`);
}

function together({ first, second }: Given): readonly string[] {
  return [...first.axes, ...second.axes.filter((each) => !first.axes.includes(each))];
}

function arithmetic(given: Given): void {
  const { body, first, second, choices } = given;
  const axes = together(given);
  if (axes.length > MOST_AXES) reduction(given);
  else make(body, axes, `${first.name} ${choices[2] % 2 === 0 ? "+" : "*"} ${second.name}`);
}

function contraction(given: Given): void {
  const { body, first, second, choices } = given;
  const shared = first.axes.filter((each) => second.axes.includes(each));
  const over = shared[choices[2] % Math.max(1, shared.length)];
  if (over === undefined || first === second) arithmetic(given);
  else {
    const axes = together(given).filter((each) => each !== over);
    make(body, axes, `dot[${over}](${first.name}, ${second.name})`);
  }
}

function softmax({ body, first, axis }: Given): void {
  make(body, first.axes, `softmax[${axis}](${first.name})`);
}

function norm({ body, first, axis }: Given): void {
  make(body, first.axes, `layer_norm[${axis}](${first.name})`);
}

function linear({ body, first, axis }: Given): void {
  const made = body.freshAxis();
  const axes = first.axes.map((each) => (each === axis ? made : each));
  make(body, axes, `linear[${axis} -> ${made}=8; bias](${first.name})`);
}

function heads({ body, first, axis, without }: Given): void {
  if (without.length + 2 > MOST_AXES) return;
  const [k, h] = [body.freshAxis(), body.freshAxis()];
  make(body, [...without, k, h], `linear[${axis} -> ${k}=4 ${h}=2](${first.name})`);
}

function concatenation({ body, first, axis }: Given): void {
  const made = body.freshAxis();
  const axes = first.axes.map((each) => (each === axis ? made : each));
  make(body, axes, `concat[${axis} -> ${made}](${first.name}, ${first.name})`);
}

function reduction({ body, first, axis, without, choices: [, j] }: Given): void {
  make(body, without, `${REDUCTIONS[j % REDUCTIONS.length]}[${axis}](${first.name})`);
}

/** A scan over the axis with a state of the other axes, or a repeat on the whole array. */
function loop(given: Given): void {
  const { body, first, axis, without, choices } = given;
  if (body.depth >= DEEPEST) {
    pointwise(given);
    return;
  }
  const [i, j, k] = choices;
  const scans = without.length > 0 && j % 2 === 0;
  const axes = scans ? without : first.axes;
  const shape = axes.join(" ");
  const [state, next, step] = [body.freshArray(), body.freshArray(), body.freshArray()];
  const stack = scans && k % 2 === 0 ? body.freshArray() : undefined;
  const indent = "  ".repeat(body.depth);
  const say = (line: string) => body.lines.push(`${indent}  ${line}`);
  body.lines.push(`${indent}${scans ? `scan ${axis}` : `repeat ${1 + (k % 3)}`}:`);
  if (scans) say(`each ${step}[${shape}] in ${first.name}`);
  say(`carry ${state}[${shape}] from ${scans ? "zeros()" : first.name} to ${next}`);
  if (stack !== undefined) say(`collect ${stack}[${first.axes.join(" ")}] from ${next}`);
  const enters = [...(scans ? [{ name: step, axes }] : []), { name: state, axes }];
  const inner: Body = { ...body, arrays: [...body.arrays, ...enters], depth: body.depth + 1 };
  for (let n = 0; n <= j % 4; n++) writeStatement([(i + 5 * n) % 16, k + n, j + n, i + n], inner);
  const last = inner.arrays.findLast(
    (made) => made.axes.length > 0 && made.axes.every((each) => axes.includes(each)),
  );
  const isState = last === undefined || last.name === state;
  say(`${next}[${shape}] = ${isState ? `relu(${state})` : `${state} + ${last.name}`}`);
  body.arrays.push({ name: state, axes });
  if (stack !== undefined) body.arrays.push({ name: stack, axes: first.axes });
}

/** By the kind of a statement; what is written more often stands here more than once. */
const WRITERS: readonly ((given: Given) => void)[] = [
  pointwise,
  pointwise,
  arithmetic,
  arithmetic,
  contraction,
  contraction,
  contraction,
  softmax,
  norm,
  linear,
  linear,
  heads,
  concatenation,
  reduction,
  loop,
  loop,
];
