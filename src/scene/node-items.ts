import { nameTex, plainTex } from "../../shapes/name-tex.ts";
import type { AttachSpec } from "../draw/forms/attachment.ts";
import { type BoxSpec, box } from "../draw/forms/box.ts";
import { elementwise } from "../draw/forms/elementwise.ts";
import { withEntryWires } from "../draw/forms/entry-wires.ts";
import { source } from "../draw/forms/source.ts";
import type { Slab } from "../draw/slab.ts";
import type { LayoutItem } from "../layout/graph.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import type { BodyItem, BodyScope } from "./body-item.ts";
import { type Depths, depthsOf, operandOrder } from "./depth.ts";
import { drawnCall, spokenCall } from "./drawn-call.ts";
import { countedAxis, entriesWire } from "./entries-wire.ts";
import { drawnAxes } from "./extra-axes.ts";
import { feedsContraction, type Hole, isContraction, type Readers, readersOf } from "./hole.ts";
import { seatOrder } from "./seat-order.ts";

type NodeOf<Kind extends TypedNode["kind"]> = Extract<TypedNode, { kind: Kind }>;

/** Ids of the arrays that an item takes; numbers made of sizes are no arrays. */
function drawnIds(values: readonly Value[]): readonly string[] {
  return values.filter((value) => value.scalar === undefined).map((value) => value.id);
}

/** An operation with its glyph. */
export function opItem(node: NodeOf<"op">, body: BodyNodes, scope: BodyScope): BodyItem {
  const order = operandOrder(node, body.depths);
  const call = drawnCall(node, scope, order);
  const item = glyphItem(node, order, body, scope);
  const [first, second, ...rest] = order;
  const arrays = node.operands.every((value) => value.scalar === undefined);
  const member = {
    kind: "node" as const,
    node,
    title: spokenCall(node, call, scope.definition),
    op: node.op,
  };
  if (node.op.commutes !== true || !arrays || first === undefined || second === undefined) {
    return { item, member };
  }
  return { item, member, exchanged: glyphItem(node, [second, first, ...rest], body, scope) };
}

function glyphItem(
  node: NodeOf<"op">,
  order: readonly number[],
  body: BodyNodes,
  scope: BodyScope,
): LayoutItem {
  const call = drawnCall(node, scope, order);
  const inputs = drawnIds(seatOrder(node, order).flatMap((place) => node.operands[place] ?? []));
  const hole = isContraction(node) ? holeOf(node, body, scope) : undefined;
  const seated = seatOrder(node, order).flatMap((place) => node.operands[place] ?? []);
  const wiresOf = (values: readonly Value[]) =>
    values.filter((value) => value.scalar === undefined).map(({ type }) => entriesWire(type));
  const drawn = node.op.glyph(hole === undefined ? call : { ...call, hole });
  const plain = scope.context.plainCups ? (drawn.opened ?? drawn) : drawn;
  const glyph = asStands(plain, node, scope);
  return {
    id: node.id,
    inputs,
    outputs: drawnIds(node.results),
    slab: withEntryWires(glyph, {
      inputs: wiresOf(seated),
      outputs: wiresOf(node.results),
      label: scope.label,
    }),
    role: inputs.length === 0 ? "source" : "inner",
  };
}

/** What the glyphs of one body need to know of each other. */
export interface BodyNodes {
  readonly depths: Depths;
  readonly readers: Readers;
  /** Ids of the learned arrays. */
  readonly sources: ReadonlySet<string>;
}

/** Facts about the nodes of one body. */
export function bodyNodes(nodes: readonly TypedNode[]): BodyNodes {
  const learned = nodes.filter(({ kind }) => kind === "weight");
  return {
    depths: depthsOf(nodes),
    readers: readersOf(nodes),
    sources: new Set(learned.flatMap((node) => node.results.map((value) => value.id))),
  };
}

/** Weights come up to the data; results of a figure of its own come down, as published. */
function holeOf(node: NodeOf<"op">, body: BodyNodes, scope: BodyScope): Hole {
  const keepsShape = (other: NodeOf<"op">): boolean => {
    const order = operandOrder(other, body.depths);
    return other.op.glyph(drawnCall(other, scope, order)).keepsShape;
  };
  if (feedsContraction(node, body.readers, keepsShape)) return "keep";
  const [, ...later] = node.operands.filter((value) => value.scalar === undefined);
  return later.some((value) => body.sources.has(value.id)) ? "up" : scope.hole;
}

/** A learned array, drawn where it is first used. */
export function weightItem(node: NodeOf<"weight">, value: Value, scope: BodyScope): BodyItem {
  const name = value.name ?? value.id;
  return {
    item: {
      id: node.id.endsWith(`/${name}`) || node.id === name ? node.id : `${node.id} ${name}`,
      inputs: [],
      outputs: [value.id],
      slab: source({
        axes: drawnAxes(value, scope.extras),
        text: node.frozen ? scope.arrayLabel(name) : `\\boldsymbol{${scope.arrayLabel(name)}}`,
        fill: node.frozen ? "paper" : "linear",
        label: scope.label,
      }),
      role: "source",
    },
    member: { kind: "node", node, title: `${node.frozen ? "fixed" : "learned"} array ${name}` },
  };
}

/** A box with a name: a custom function, memory, or what could not be typed. */
export function boxItem(node: NodeOf<"box">, scope: BodyScope): BodyItem {
  const inputs = node.operands.filter((value) => value.scalar === undefined);
  const arrays = node.operands.flatMap((value, i) => {
    if (value.scalar !== undefined) return [];
    const axes = drawnAxes(value, scope.extras);
    const taken = node.consumed?.[i];
    const ends = (axis: string) => taken?.includes(axis) ?? true;
    return [
      { axes, targets: axes.filter((axis) => countedAxis(axis) !== undefined || ends(axis)) },
    ];
  });
  const outputs = node.results.map((value) => drawnAxes(value, scope.extras));
  const letter = node.reason === "custom" ? letterOf(node.title, scope) : undefined;
  return {
    item: {
      id: node.id,
      inputs: inputs.map((value) => value.id),
      outputs: drawnIds(node.results),
      slab: boxSlab(node, { inputs: arrays, outputs }, scope),
      role: inputs.length === 0 ? "source" : "inner",
    },
    member: { kind: "node", node, title: boxTitle(node), ...(letter !== undefined && { letter }) },
  };
}

/** A function of one number floats over the arrays that it is broadcast over; others stand on their wires. */
function boxSlab(node: NodeOf<"box">, attached: AttachSpec, scope: BodyScope): Slab {
  const face = boxFace(node, attached, scope);
  const [first, ...others] = attached.inputs;
  const [axes = [], ...more] = attached.outputs;
  const isOfNumbers =
    node.reason === "custom" &&
    first?.targets.length === 0 &&
    others.length + more.length === 0 &&
    axes.join(" ") === first.axes.join(" ");
  if (!isOfNumbers) return box({ ...attached, ...face, label: scope.label });
  const text = face.role === "title" ? plainTex(face.text) : face.text;
  return asStands(elementwise({ axes, text }), node, scope);
}

/** Above its wires, or below them where the author says so. */
function asStands(slab: Slab, { id }: TypedNode, { context, definition }: BodyScope): Slab {
  return context.isBelow(definition.name, id) ? (slab.lowered ?? slab) : slab;
}

/** A name in a frame; memory is a plate with an arrow towards or from where the array is kept. */
function boxFace(
  node: NodeOf<"box">,
  attached: AttachSpec,
  scope: BodyScope,
): Pick<BoxSpec, "text" | "role" | "fill" | "stroke"> {
  if (node.index !== undefined) {
    const place = `${scope.arrayLabel(node.title)}_{${node.index}}`;
    const text = isSave(node) ? `\\rightarrow ${place}` : `${place} \\rightarrow`;
    return { text, role: "letter", fill: "memory", stroke: "none" };
  }
  if (node.reason === "custom") {
    const letter = letterOf(node.title, scope);
    if (letter !== undefined) {
      return { text: letter, role: "letter", ...(isOneWired(attached) && BARE) };
    }
  }
  const isStrange = node.reason === "unknown" || node.reason === "error";
  return { text: node.title, role: "title", stroke: isStrange ? "dash" : "outline" };
}

const BARE = { stroke: "none", fill: "none" } as const;

/** LaTeX of a function that has a letter for a name, or the label that the author gave it. */
function letterOf(name: string, { context }: BodyScope): string | undefined {
  const label = context.label("", "custom", name);
  return label ?? (/^[A-Za-z]([0-9]|_[A-Za-z0-9]+)*'*$/.test(name) ? nameTex(name) : undefined);
}

/** Where at most one wire comes in, the letter of a function stands on it without a frame. */
function isOneWired({ inputs, outputs }: AttachSpec): boolean {
  return inputs.flatMap(({ targets }) => targets).length <= 1 && outputs.length === 1;
}

function boxTitle(node: NodeOf<"box">): string {
  if (node.reason !== "memory") return node.title;
  return isSave(node) ? `save in ${node.title}` : `load from ${node.title}`;
}

function isSave({ operands }: NodeOf<"box">): boolean {
  return operands.length > 0;
}
