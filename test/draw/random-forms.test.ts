import fc from "fast-check";
import { describe, test } from "vitest";
import { nameTex as label } from "../../shapes/name-tex.ts";
import { box } from "../../src/draw/forms/box.ts";
import { box3d } from "../../src/draw/forms/box3d.ts";
import { concatenation } from "../../src/draw/forms/concatenation.ts";
import { contraction } from "../../src/draw/forms/contraction.ts";
import { convolution } from "../../src/draw/forms/convolution.ts";
import { convolutionBox } from "../../src/draw/forms/convolution-box.ts";
import { copy } from "../../src/draw/forms/copy.ts";
import { diagonal } from "../../src/draw/forms/diagonal.ts";
import { join } from "../../src/draw/forms/join.ts";
import { plate } from "../../src/draw/forms/plate.ts";
import { pooling } from "../../src/draw/forms/pooling.ts";
import { hexagon } from "../../src/draw/forms/relabel.ts";
import { splitting } from "../../src/draw/forms/splitting.ts";
import { unfold } from "../../src/draw/forms/unfold.ts";
import { expectSlabLaws } from "../support/slab-laws.ts";

const AXES = ["a", "b", "c", "d", "e_bar", "f"];
const RUNS = { numRuns: 60 };

const someAxes = (least: number) => fc.shuffledSubarray(AXES, { minLength: least, maxLength: 4 });

function union(arrays: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(arrays.flat())];
}

/** Inputs with targets, and outputs of the axes that pass with new ones among them. */
const attachments = fc
  .record({
    inputs: fc.array(fc.record({ axes: someAxes(0), cut: fc.nat({ max: 4 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    results: fc.shuffledSubarray(["p", "q_1", "r"]),
    order: fc.infiniteStream(fc.nat({ max: 1000 })),
    twice: fc.boolean(),
  })
  .map(({ inputs, results, order, twice }) => {
    const ends = inputs.map(({ axes, cut }) => ({ axes, targets: axes.slice(0, cut) }));
    const gone = new Set(ends.flatMap(({ targets }) => targets));
    const tidy = ends.map(({ axes }) => ({ axes, targets: axes.filter((axis) => gone.has(axis)) }));
    const passing = union(tidy.map(({ axes }) => axes)).filter((axis) => !gone.has(axis));
    const keys = new Map([...passing, ...results].map((axis) => [axis, order.next().value ?? 0]));
    const output = [...passing, ...results].sort((x, y) => (keys.get(x) ?? 0) - (keys.get(y) ?? 0));
    return { inputs: tidy, outputs: twice ? [output, [...passing, "s"]] : [output] };
  });

describe("forms with random axes", () => {
  test("a plate takes any targets and gives any results", () => {
    fc.assert(
      fc.property(attachments, (spec) => {
        expectSlabLaws(plate({ ...spec, text: "\\mathbf{L}", label }), 3);
      }),
      RUNS,
    );
  });

  test("a box takes any targets and gives any results", () => {
    fc.assert(
      fc.property(attachments, (spec) => expectSlabLaws(box({ ...spec, text: "f", label }), 3)),
      RUNS,
    );
  });

  test("a closed block takes and gives any arrays", () => {
    const arrays = fc.array(someAxes(0), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(arrays, arrays, (inputs, outputs) => {
        expectSlabLaws(box3d({ inputs, outputs, title: "A block of some sort", label }), 3);
      }),
      RUNS,
    );
  });

  test("a contraction takes any arrays, sums over any axes and gives any order", () => {
    const specs = fc.array(someAxes(0), { minLength: 1, maxLength: 4 }).chain((operands) =>
      fc.record({
        operands: fc.constant(operands),
        output: fc.shuffledSubarray([...union(operands)]),
        closing: fc.constantFrom("down" as const, "up" as const, "keep" as const),
      }),
    );
    fc.assert(
      fc.property(specs, (spec) => expectSlabLaws(contraction(spec), 3)),
      { numRuns: 150 },
    );
  });

  test("a join takes any arrays and gives their axes in any order", () => {
    const specs = fc.array(someAxes(0), { minLength: 2, maxLength: 4 }).chain((operands) =>
      fc.record({
        operands: fc.constant(operands),
        output: fc.shuffledSubarray([...union(operands)], {
          minLength: union(operands).length,
        }),
        sign: fc.constantFrom("+", "\\times", "\\mathrm{where}"),
      }),
    );
    fc.assert(
      fc.property(specs, (spec) => expectSlabLaws(join(spec), 3)),
      RUNS,
    );
  });

  test("concatenation and splitting take the axis anywhere", () => {
    const specs = fc.record({
      shared: fc.shuffledSubarray(["a", "b", "c"]),
      place: fc.nat({ max: 3 }),
      count: fc.integer({ min: 1, max: 5 }),
      stacked: fc.boolean(),
    });
    fc.assert(
      fc.property(specs, ({ shared, place, count, stacked }) => {
        const withAxis = (axis: string) => shared.toSpliced(place, 0, axis);
        const names = Array.from({ length: count }, (_, i) => `p_${i}`);
        const pieces = stacked ? names.map(() => shared) : names.map(withAxis);
        const parts = stacked ? names.map(() => undefined) : names;
        const whole = withAxis("n");
        expectSlabLaws(
          concatenation({ operands: pieces, parts, result: "n", output: whole, label }),
          3,
        );
        expectSlabLaws(splitting({ axes: whole, axis: "n", outputs: pieces, parts, label }), 3);
      }),
      RUNS,
    );
  });

  test("a diagonal joins any of the strands", () => {
    const specs = fc.shuffledSubarray(AXES, { minLength: 2 }).chain((axes) =>
      fc.record({
        axes: fc.constant(axes),
        targets: fc.shuffledSubarray(axes, { minLength: 2 }),
        place: fc.nat({ max: 5 }),
      }),
    );
    fc.assert(
      fc.property(specs, ({ axes, targets, place }) => {
        const output = axes.filter((axis) => !targets.includes(axis)).toSpliced(place, 0, "z");
        expectSlabLaws(diagonal({ axes, targets, result: "z", output, label }), 3);
      }),
      RUNS,
    );
  });

  test("reindexing may change the order of the strands", () => {
    const specs = someAxes(1).chain((axes) =>
      fc.record({
        axes: fc.constant(axes),
        changed: fc.subarray(axes),
        order: fc.shuffledSubarray([...axes], { minLength: axes.length }),
      }),
    );
    fc.assert(
      fc.property(specs, ({ axes, changed, order }) => {
        const changes = changed.map((before) => ({ before, after: `${before}'` }));
        const output = order.map((axis) => (changed.includes(axis) ? `${axis}'` : axis));
        expectSlabLaws(hexagon({ axes, changes, output, text: "t-1", label }), 3);
      }),
      RUNS,
    );
  });

  test("a copy has its main branch anywhere", () => {
    const specs = fc.record({
      axes: someAxes(0),
      branches: fc.integer({ min: 1, max: 4 }),
      main: fc.nat({ max: 3 }),
    });
    fc.assert(
      fc.property(specs, ({ axes, branches, main }) => {
        expectSlabLaws(copy({ axes, branches, main: main % branches, label }), 3);
      }),
      RUNS,
    );
  });

  /** One array with axes that windows move along and channels, and what becomes of each, in any order. */
  const lanes = fc
    .record({
      axes: fc.shuffledSubarray(["y", "x", "c", "b", "e"], { minLength: 2 }),
      sides: fc.integer({ min: 1, max: 2 }),
      made: fc.shuffledSubarray(["d", "g"], { minLength: 1 }),
      keys: fc.array(fc.nat({ max: 99 }), { minLength: 8, maxLength: 8 }),
    })
    .map(({ axes, sides, made, keys }) => {
      const spatial = axes.slice(0, Math.min(sides, axes.length - 1));
      const channels = axes.slice(spatial.length, spatial.length + 1);
      const mixed = (names: readonly string[]) =>
        names.map((name, i) => [keys[i] ?? 0, name] as const).sort((a, b) => a[0] - b[0]);
      const spatialResults = spatial.map((axis, i) => (i === 0 ? `${axis}'` : axis));
      const rest = axes.slice(spatial.length + channels.length);
      const names = (pairs: ReturnType<typeof mixed>) => pairs.map(([, name]) => name);
      return {
        axes: names(mixed(axes)),
        output: names(mixed([...rest, ...spatialResults, ...made])),
        spatial,
        spatialResults,
        channels,
        channelResults: made,
        label,
      };
    });

  test("a convolution takes any strands and gives them in any order", () => {
    fc.assert(
      fc.property(lanes, fc.boolean(), (spec, transposed) => {
        const text = { kernel: "3^{2}", stride: "2", padding: "+1", text: "\\mathbf{L}_{+}" };
        expectSlabLaws(convolution({ ...spec, ...text, transposed }), 3);
        expectSlabLaws(convolutionBox({ ...spec, kernel: "3" }), 3);
      }),
      RUNS,
    );
  });

  test("windows are pooled or given in any order", () => {
    fc.assert(
      fc.property(lanes, (spec) => {
        const { axes, spatial: targets, spatialResults: results, channels } = spec;
        const output = spec.output
          .filter((axis) => !spec.channelResults.includes(axis))
          .concat(channels);
        const words = { kernel: "3", text: "\\mathrm{Max}", stride: "2" };
        expectSlabLaws(pooling({ axes, targets, results, output, ...words, label }), 3);
        const [target = "", result = ""] = [targets[0], results[0]];
        const cut = axes.map((axis) => (axis === target ? result : axis));
        const single = { axes, targets: [target], results: [result], taps: ["j"], label };
        for (const place of [0, 1, cut.length]) {
          expectSlabLaws(unfold({ ...single, output: cut.toSpliced(place, 0, "j") }), 3);
        }
      }),
      RUNS,
    );
  });
});
