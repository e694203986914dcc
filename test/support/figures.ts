import type { Slab } from "../../src/draw/slab.ts";
import type { LayoutGraph, LayoutItem } from "../../src/layout/graph.ts";
import {
  contraction,
  elementwise,
  entry,
  exit,
  keep,
  linear,
  merge,
  split,
  wall,
} from "./slabs.ts";

type Axes = readonly string[];

/** Writes a graph down as the text would: one array a line. */
export class Sketch {
  readonly items: LayoutItem[] = [];
  readonly #axes = new Map<string, Axes>();

  entry(name: string, axes: Axes): string {
    return this.put(name, entry(axes, name), [], "entry")[0] ?? "";
  }

  exit(array: string): void {
    this.put(`out ${array} ${this.items.length}`, exit(this.axes(array), array), [array], "exit");
  }

  axes(array: string): Axes {
    return this.#axes.get(array) ?? [];
  }

  /** An item that makes as many arrays as its slab has outputs. */
  put(
    id: string,
    slab: Slab,
    inputs: readonly string[],
    role: LayoutItem["role"] = "inner",
  ): string[] {
    const outputs = slab.outputs.map((axes, index) => {
      const name = slab.outputs.length === 1 ? id : `${id}.${index}`;
      this.#axes.set(name, axes);
      return name;
    });
    this.items.push({ id, inputs, outputs, slab, role });
    return outputs;
  }

  keep(id: string, array: string, name = "o"): string {
    return this.put(id, keep(this.axes(array), name), [array])[0] ?? "";
  }

  map(id: string, array: string, name = "R"): string {
    return this.put(id, elementwise(this.axes(array), name), [array])[0] ?? "";
  }

  linear(id: string, array: string, gone: Axes, made: Axes, name = "L"): string {
    return this.put(id, linear(this.axes(array), gone, made, name), [array])[0] ?? "";
  }

  dot(id: string, a: string, b: string, over: string, close: "up" | "down" | "open"): string {
    const slab = contraction(this.axes(a), this.axes(b), over, close);
    return this.put(id, slab, [a, b])[0] ?? "";
  }

  merge(id: string, arrays: readonly string[], sign = "+"): string {
    return (
      this.put(
        id,
        merge(
          arrays.map((array) => this.axes(array)),
          sign,
        ),
        arrays,
      )[0] ?? ""
    );
  }

  graph(): LayoutGraph {
    return { items: this.items };
  }
}

/** The core of attention on arrays that exist; `batch` axes are carried along. */
function core(
  sketch: Sketch,
  id: string,
  [q, k, v]: readonly [string, string, string],
  close: "up" | "down",
): string {
  const scores = sketch.map(`${id} scaled`, sketch.dot(`${id} scores`, q, k, "k", "open"), "k");
  const weights = sketch.keep(`${id} softmax`, scores, "◁");
  return sketch.dot(`${id} values`, weights, v, "x", close);
}

export function sdpa(): LayoutGraph {
  const sketch = new Sketch();
  const q = sketch.entry("Q", ["y", "k"]);
  const k = sketch.entry("K", ["x", "k"]);
  const v = sketch.entry("V", ["x", "k'"]);
  sketch.exit(core(sketch, "a", [q, k, v], "down"));
  return sketch.graph();
}

/** Attention with heads from `queries` and `source`; the batch axis is part of both or absent. */
function attention(
  sketch: Sketch,
  id: string,
  queries: string,
  source: string,
  close: "up" | "down",
): string {
  const q = sketch.linear(`${id} Q`, queries, ["m"], ["k", "h"], "LQ");
  const k = sketch.linear(`${id} K`, source, ["m"], ["k", "h"], "LK");
  const v = sketch.linear(`${id} V`, source, ["m"], ["k'", "h"], "LV");
  const z = core(sketch, id, [q, k, v], close);
  return sketch.linear(`${id} O`, z, ["k'", "h"], ["m"], "LO");
}

export function multiHead(batch: Axes = []): LayoutGraph {
  const sketch = new Sketch();
  const y = sketch.entry("Y", [...batch, "y", "m"]);
  const x = sketch.entry("X", [...batch, "x", "m"]);
  sketch.exit(attention(sketch, "a", y, x, "down"));
  return sketch.graph();
}

function selfAttention(sketch: Sketch, id: string, array: string): string {
  const q = sketch.linear(`${id} Q`, array, ["m"], ["k", "h"], "LQ");
  const renamed = (name: string, kept: Axes) => {
    const axes = sketch.axes(array);
    const slab = linear(axes, ["m"], kept, name);
    const outputs = [
      axes
        .filter((axis) => axis !== "m")
        .map(nameSource)
        .concat(kept),
    ];
    return sketch.put(`${id} ${name}`, { ...slab, outputs }, [array])[0] ?? "";
  };
  const k = renamed("LK", ["k", "h"]);
  const v = renamed("LV", ["k'", "h"]);
  const z = core(sketch, id, [q, k, v], "up");
  return sketch.linear(`${id} O`, z, ["k'", "h"], ["m"], "LO");
}

function nameSource(axis: string): string {
  return axis === "b" ? axis : "x";
}

function feedForward(sketch: Sketch, id: string, array: string): string {
  const inner = sketch.linear(`${id} up`, array, ["m"], ["f"]);
  return sketch.linear(`${id} down`, sketch.map(`${id} relu`, inner), ["f"], ["m"]);
}

/** How a residual sum is written: the branch first, as `f(X) + X`, or the stream first. */
export type Residual = "branch first" | "stream first";

function residual(
  sketch: Sketch,
  id: string,
  [stream, branch]: readonly [string, string],
  written: Residual,
): string {
  return sketch.merge(id, written === "branch first" ? [branch, stream] : [stream, branch]);
}

/** Encoder layers without blocks, normed before each branch. */
export function encoder(layers = 1, written: Residual = "branch first"): LayoutGraph {
  const sketch = new Sketch();
  let x = sketch.entry("X", ["b", "t", "m"]);
  for (let i = 0; i < layers; i++) {
    const a = selfAttention(sketch, `att ${i}`, sketch.keep(`norm ${i} a`, x));
    const h = residual(sketch, `sum ${i} a`, [x, a], written);
    const f = feedForward(sketch, `ff ${i}`, sketch.keep(`norm ${i} b`, h));
    x = residual(sketch, `sum ${i} b`, [h, f], written);
  }
  sketch.exit(x);
  return sketch.graph();
}

/** Residual feed-forward layers only, as in a stack of blocks. */
export function residualStack(layers: number, written: Residual = "branch first"): LayoutGraph {
  const sketch = new Sketch();
  let x = sketch.entry("X", ["b", "t", "m"]);
  for (let i = 0; i < layers; i++) {
    const f = feedForward(sketch, `ff ${i}`, sketch.keep(`norm ${i}`, x));
    x = residual(sketch, `sum ${i}`, [x, f], written);
  }
  sketch.exit(x);
  return sketch.graph();
}

/** Two feed-forward encoder layers, then two decoder layers with cross attention. */
export function encoderDecoder(written: Residual = "branch first"): LayoutGraph {
  const sketch = new Sketch();
  let y = sketch.entry("Y", ["b", "y", "m"]);
  let x = sketch.entry("X", ["b", "x", "m"]);
  for (let i = 0; i < 2; i++) {
    const f = feedForward(sketch, `enc ${i}`, sketch.keep(`enc norm ${i}`, x));
    x = residual(sketch, `enc sum ${i}`, [x, f], written);
  }
  for (let i = 0; i < 2; i++) {
    const a = attention(sketch, `dec ${i}`, sketch.keep(`dec norm ${i} a`, y), x, "up");
    const h = residual(sketch, `dec sum ${i} a`, [y, a], written);
    const f = feedForward(sketch, `dec ff ${i}`, sketch.keep(`dec norm ${i} b`, h));
    y = residual(sketch, `dec sum ${i} b`, [h, f], written);
  }
  sketch.exit(y);
  return sketch.graph();
}

/** The cell between the walls of its scan. */
export function lstm(): LayoutGraph {
  const sketch = new Sketch();
  const outer = [
    sketch.entry("X", ["b", "m"]),
    sketch.entry("h0", ["b", "n"]),
    sketch.entry("c0", ["b", "n"]),
  ];
  const walls = outer.map((array) => sketch.axes(array));
  const [x = "", h = "", c = ""] = sketch.put("enter", wall(walls), outer);
  const joined = sketch.merge("joined", [x, h], "|");
  const gates = sketch.put(
    "gates",
    { ...linear(["b", "m"], ["m"], ["g", "n"]), outputs: [["g", "b", "n"]] },
    [joined],
  );
  const [i = "", g = "", f = "", o = ""] = sketch.put("split", split(["g", "b", "n"], 4), gates);
  const kept = sketch.merge("kept", [sketch.map("σf", f, "σ"), c], "×");
  const written = sketch.merge(
    "written",
    [sketch.map("σi", i, "σ"), sketch.map("tg", g, "tanh")],
    "×",
  );
  const cell = sketch.merge("cell", [written, kept]);
  const hidden = sketch.merge(
    "hidden",
    [sketch.map("tc", cell, "tanh"), sketch.map("σo", o, "σ")],
    "×",
  );
  const left = [hidden, hidden, cell];
  const after = sketch.put("leave", wall(left.map((array) => sketch.axes(array))), left);
  for (const array of after) sketch.exit(array);
  return sketch.graph();
}

/** Every layer reads all the layers before it. */
export function denseNet(layers = 6): LayoutGraph {
  const sketch = new Sketch();
  const made = [sketch.entry("X", ["x", "c"])];
  for (let i = 0; i < layers; i++) {
    const joined = made.length > 1 ? sketch.merge(`join ${i}`, made, "|") : (made[0] ?? "");
    made.push(sketch.map(`relu ${i}`, sketch.linear(`conv ${i}`, joined, ["c"], ["c"])));
  }
  sketch.exit(sketch.merge("join", made, "|"));
  return sketch.graph();
}

/** Contracting and expanding path with `depth` skips. */
export function uNet(depth = 3): LayoutGraph {
  const sketch = new Sketch();
  let x = sketch.entry("I", ["x", "c"]);
  const conv = (id: string, array: string) =>
    sketch.map(`${id} R`, sketch.linear(id, array, ["c"], ["c"], "★3"));
  const skips: string[] = [];
  for (let i = 0; i < depth; i++) {
    x = conv(`down ${i} b`, conv(`down ${i} a`, x));
    skips.push(x);
    x = sketch.linear(`pool ${i}`, x, ["c"], ["c"], "/2");
  }
  x = conv("low b", conv("low a", x));
  for (let i = depth - 1; i >= 0; i--) {
    const up = sketch.linear(`up ${i}`, x, ["c"], ["c"], "★2");
    const joined = sketch.merge(`join ${i}`, [up, skips[i] ?? ""], "|");
    x = conv(`up ${i} b`, conv(`up ${i} a`, joined));
  }
  sketch.exit(x);
  return sketch.graph();
}

/** A graph of `statements` lines over earlier arrays, the same for the same seed. */
export function randomGraph(seed: number, statements: number): LayoutGraph {
  const random = generator(seed);
  const pick = (below: number) => Math.floor(random() * below);
  const sketch = new Sketch();
  const arrays = Array.from({ length: 1 + pick(3) }, (_, i) =>
    sketch.entry(`in ${i}`, ["a", "b", "c"].slice(pick(2))),
  );
  const used = new Set<string>();
  const some = () => {
    const recent = random() < 0.7 ? Math.max(0, arrays.length - 5) : 0;
    const array = arrays[recent + pick(arrays.length - recent)] ?? "";
    used.add(array);
    return array;
  };
  for (let i = 0; i < statements; i++) {
    const kind = random();
    if (kind < 0.35) arrays.push(sketch.map(`s${i}`, some()));
    else if (kind < 0.6) arrays.push(sketch.linear(`s${i}`, some(), ["c"], ["c"]));
    else if (kind < 0.95) arrays.push(sketch.merge(`s${i}`, [some(), some()]));
    else arrays.push(...sketch.put(`s${i}`, split(["g", ...sketch.axes(some())], 2), [some()]));
  }
  for (const array of arrays) if (!used.has(array)) sketch.exit(array);
  return sketch.graph();
}

/** mulberry32: a small seeded generator of numbers in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
