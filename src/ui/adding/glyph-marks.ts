import { nameTex } from "../../../shapes/name-tex.ts";
import { markBounds } from "../../draw/bounds.ts";
import { box } from "../../draw/forms/box.ts";
import type { Mark } from "../../draw/mark.ts";
import type { Rect } from "../../draw/path.ts";
import { type Heights, type Slab, SPACING } from "../../draw/slab.ts";
import { indexDefinition } from "../../editor/definition-index.ts";
import { parse } from "../../language/parse.ts";
import type { DrawnCall, Op } from "../../ops/op.ts";
import { drawnCall } from "../../scene/drawn-call.ts";
import { inferDiagram } from "../../typing/infer.ts";
import type { Addable } from "./addables.ts";

/** A small picture: its marks, and the part of the plane that they take. */
export interface Picture {
  readonly marks: readonly Mark[];
  readonly bounds: Rect;
}

const pictures = new Map<string, Picture>();

/** The glyph of something to add on as few strands as it acts on, drawn once for each. */
export function glyphOf({ id, face }: Addable): Picture {
  const known = pictures.get(id);
  if (known !== undefined && face.kind !== "block") return known;
  const picture = drawSlab(slabOf(face));
  pictures.set(id, picture);
  return picture;
}

function slabOf(face: Addable["face"]): Slab {
  switch (face.kind) {
    case "operation":
      return face.op.glyph(slimCall(face.op));
    case "statement": {
      const name = face.statement.name === "output" ? "Y" : "X";
      return face.statement.slab({ name, axes: ["i", "j"], label: () => "" });
    }
    case "block":
      return box({
        inputs: strands("i", face.inputs).map((axes) => ({ axes, targets: axes })),
        outputs: strands("o", face.outputs),
        text: "",
        fill: "block",
        label: () => "",
      });
  }
}

function strands(stem: string, count: number): readonly (readonly string[])[] {
  return Array.from({ length: count }, (_, at) => [`${stem}${at}`]);
}

/** The first example of an operation without the axes that only pass through it. */
function slimCall(op: Op): DrawnCall {
  const [{ given, text }] = op.examples;
  const typed = inferDiagram(parse(`${given}\n${text}\n`).document);
  const node = [...indexDefinition(typed.main).nodes.values()].find(
    (each) => each.kind === "op" && each.op === op,
  );
  if (node?.kind !== "op") throw new RangeError(`The example of ${op.name} does not use it.`);
  const { instance: _, ...call } = drawnCall(node, { extras: new Map(), label: nameTex });
  const entering = call.operands.map(({ axes }) => axes);
  const acted = new Set([
    ...call.targets,
    ...call.resultAxes,
    ...call.operands.flatMap(({ consumed }) => consumed),
    ...call.results.flat().filter((axis) => !entering.flat().includes(axis)),
  ]);
  const shared = entering[0]?.find((axis) => entering.every((axes) => axes.includes(axis)));
  const kept = (axes: readonly string[]): readonly string[] => {
    const left = axes.filter((axis) => acted.has(axis));
    if (left.length > 0) return left;
    return axes.filter((axis, at) => (shared === undefined ? at === 0 : axis === shared));
  };
  const operands = call.operands.map((operand) => ({ ...operand, axes: kept(operand.axes) }));
  const left = new Set([...acted, ...operands.flatMap(({ axes }) => axes)]);
  return {
    ...call,
    operands,
    results: call.results.map((axes) => axes.filter((axis) => left.has(axis))),
    label: () => "",
  };
}

const GAP = 0.75 * SPACING;

function drawSlab(slab: Slab): Picture {
  let y = 0;
  const rows = slab.inputs.map((axes): Heights => {
    const heights = axes.map((_, at) => y + at * SPACING);
    y += (axes.length - 1) * SPACING + SPACING + GAP;
    return heights;
  });
  const free = slab.outputs.map((axes, at) =>
    slab.free[at] === true ? axes.map((_, row) => row * SPACING) : undefined,
  );
  const { marks } = slab.place(rows, free);
  const boxes = marks.flatMap((mark) => markBounds(mark) ?? []);
  const left = Math.min(0, ...boxes.map((each) => each.x));
  const top = Math.min(...boxes.map((each) => each.y));
  const right = Math.max(...boxes.map((each) => each.x + each.width));
  const bottom = Math.max(...boxes.map((each) => each.y + each.height));
  const bounds = { x: left, y: top, width: right - left, height: bottom - top };
  return { marks, bounds };
}
