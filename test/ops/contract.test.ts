import { describe, expect, test } from "vitest";
import { nameTex } from "../../shapes/name-tex.ts";
import type { AxisTerm } from "../../src/document/document.ts";
import { withEntryWires } from "../../src/draw/forms/entry-wires.ts";
import { parse } from "../../src/language/parse.ts";
import { printStatementText } from "../../src/language/print.ts";
import { OPS, STATEMENTS } from "../../src/ops/index.ts";
import type { Op, OpExample } from "../../src/ops/op.ts";
import { drawnCall } from "../../src/scene/drawn-call.ts";
import { countedAxis, entriesWire } from "../../src/scene/entries-wire.ts";
import { seatOrder } from "../../src/scene/seat-order.ts";
import type { TypedNode } from "../../src/typing/diagram.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { expectSlabLaws } from "../support/slab-laws.ts";

const operations: readonly Op[] = OPS;
const EXAMPLES = operations.flatMap((op) =>
  op.examples.map((example) => [example.text, example, op] as const),
);

function textOf({ given, text }: OpExample): string {
  return `${given}\n${text}\n`;
}

/** What the checkers say about an example, infos included. */
function complaints(example: OpExample): readonly string[] {
  const { document, diagnostics } = parse(textOf(example));
  const typed = inferDiagram(document);
  return [...diagnostics, ...typed.diagnostics].map(({ code, title }) => `${code}: ${title}`);
}

/** An array from nothing whose axes stand on the left only. */
const TAKES_THE_LEFT = /= \w+\(\)$|-> .*\(.*\]/;

function withoutShapes(text: string): string {
  const [left = "", ...right] = text.split(" = ");
  return [left.replaceAll(/\[[^\]]*\]| of \w+/g, ""), ...right].join(" = ");
}

/** A glyph may draw the wire of an array's entries itself; others get it put to them. */
function withoutEntries(axes: readonly string[]): readonly string[] {
  return axes.filter((axis) => countedAxis(axis) === undefined);
}

function axisName(term: AxisTerm): string {
  return term.kind === "axis" ? term.name : "";
}

type OpNode = Extract<TypedNode, { kind: "op" }>;

/** The nodes of the operation in its example. */
function nodesOf(op: Op, example: OpExample): readonly OpNode[] {
  const { definitions } = inferDiagram(parse(textOf(example)).document);
  const nodes = definitions.get("")?.nodes ?? [];
  return nodes.filter((node) => node.kind === "op").filter((node) => node.op === op);
}

describe("every operation", () => {
  test.each(EXAMPLES)("checks as written: %s", (_, example) => {
    expect(complaints(example)).toEqual([]);
  });

  test.each(EXAMPLES)("prints as written: %s", (text, example) => {
    const last = parse(textOf(example)).document.statements.at(-1);
    expect(last && printStatementText(last).trim()).toBe(text);
  });

  test.each(EXAMPLES.filter(([text]) => !TAKES_THE_LEFT.test(text)))(
    "infers the axes on the left without being told: %s",
    (text, example) => {
      const declared = parse(textOf(example)).document.statements.at(-1);
      const ports = declared?.kind === "array" ? declared.results : [];
      const free = { ...example, text: withoutShapes(text) };
      const nodes = inferDiagram(parse(textOf(free)).document).definitions.get("")?.nodes ?? [];
      const found = nodes.at(-1)?.results.map(({ type }) => type.shape.map((axis) => axis.name));
      expect(found).toEqual(ports.map(({ shape = [] }) => shape.map(axisName)));
    },
  );

  test.each(EXAMPLES)("draws an anchor for every axis: %s", (_, example, op) => {
    const nodes = nodesOf(op, example);
    expect(nodes.length).toBeGreaterThan(0);
    for (const node of nodes) {
      const call = drawnCall(node, { extras: new Map(), label: nameTex });
      const slab = op.glyph(call);
      const seats = seatOrder(node, [...node.operands.keys()]);
      const arrays = seats.flatMap((place) => {
        const value = node.operands[place];
        return value === undefined || value.scalar !== undefined ? [] : [value];
      });
      const names = (values: typeof node.operands) =>
        values.map(({ type }) => type.shape.map((axis) => axis.name));
      expect(slab.inputs.map(withoutEntries)).toEqual(names(arrays));
      expect(slab.outputs).toEqual(names(node.results));
      expectSlabLaws(slab, 6);
      const wires = (values: typeof node.operands) => values.map(({ type }) => entriesWire(type));
      const wired = withEntryWires(slab, {
        inputs: wires(arrays),
        outputs: wires(node.results),
        label: nameTex,
      });
      const whole = (values: typeof node.operands) =>
        values.map(({ type }, i) => [...(names(values)[i] ?? []), entriesWire(type) ?? []].flat());
      expect(wired.inputs).toEqual(whole(arrays));
      expect(wired.outputs).toEqual(whole(node.results));
      expectSlabLaws(wired, 6);
    }
  });

  test.each(EXAMPLES)("draws something even where the left side is wrong: %s", (_, example, op) => {
    for (const node of nodesOf(op, example)) {
      const right = drawnCall(node, { extras: new Map(), label: nameTex });
      const wrong = right.results.map((axes) => [...axes.slice(1), "other"]);
      const slab = op.glyph({ ...right, results: wrong });
      expect(slab.inputs.map(withoutEntries)).toEqual(op.glyph(right).inputs.map(withoutEntries));
      expect(slab.outputs).toEqual(wrong);
      const rows = slab.inputs.map((axes, i) => axes.map((_axis, k) => 100 * i + 20 * k));
      const { outputs, top, bottom, width } = slab.place(rows, []);
      expect(outputs.map((row) => row.length)).toEqual(wrong.map((axes) => axes.length));
      expect([...outputs.flat(), top, bottom, width].every(Number.isFinite)).toBe(true);
    }
  });

  test.each(EXAMPLES)("says what it does: %s", (_, example, op) => {
    for (const node of nodesOf(op, example)) {
      expect(op.spoken(drawnCall(node, { extras: new Map(), label: nameTex }))).toMatch(
        /^[A-Za-z0-9](?:.*\S)?$/,
      );
    }
  });
});

describe("every statement of the palette", () => {
  test.each(STATEMENTS.map((face) => [face.name, face] as const))("%s", (_, face) => {
    expect(parse(textOf(face.example)).diagnostics).toEqual([]);
    expectSlabLaws(face.slab({ name: "X", axes: ["t", "m"], label: nameTex }));
  });
});
