import { plainName } from "../scene/extra-axes.ts";
import type { SceneNode } from "../scene/scene.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import { axesAtNode, axesOfValue } from "./axis-facts.ts";
import { indexDefinition } from "./definition-index.ts";
import { blockTitle, countOperations, describe, nodeTitle } from "./described.ts";
import { stopSays } from "./follow/axis-walk.ts";
import type { Reading } from "./reading.ts";
import type { Selection } from "./selection.ts";

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];

/** A name as it is said: `k'` is "k prime", `d_model` is "d model". */
export function spokenName(name: string): string {
  const plain = plainName(name);
  const primes = plain.match(/'*$/)?.[0].length ?? 0;
  const stem = plain.slice(0, plain.length - primes).replaceAll("_", " ");
  return stem + " prime".repeat(primes);
}

/** The name of the canvas: what it shows and how it is moved about in. */
export function spokenDiagram(title: string, reading: Reading, problems: number): string {
  const operations = countOperations(reading.typed.main);
  const found = problems === 0 ? "no problems" : plural(problems, "problem");
  return `${title}, ${plural(operations, "operation")}, ${found}. Arrow keys move, Enter goes in, Space opens and closes.`;
}

/** What is said when something gets the focus. */
export function spokenSelection(
  selection: Selection,
  reading: Reading,
  scene: SceneNode | undefined,
): string {
  const found = describe(selection, reading);
  switch (selection.kind) {
    case "diagram":
      return "";
    case "operation":
      if (found?.node !== undefined) return spokenNode(found.node, reading, selection, scene);
      return scene === undefined ? "" : capital(scene.title);
    case "array":
      if (found?.value === undefined) return `Array ${spokenName(selection.array)}`;
      return spokenArray(found.value, reading, selection.definition);
    case "strand":
      return spokenStrand(selection, reading);
  }
}

function spokenNode(
  node: TypedNode,
  reading: Reading,
  selection: Extract<Selection, { kind: "operation" }>,
  scene: SceneNode | undefined,
): string {
  const wrong = node.wrong === true ? ", one problem" : "";
  if (node.kind === "call") {
    const open = scene?.kind === "plate" ? "open" : "closed";
    const does = open === "open" ? "closes" : "opens";
    const inside = plural(countOperations(node.definition), "operation");
    return `Block ${blockTitle(node.definition.name)}, ${open}, ${inside}${wrong}. Space ${does} it.`;
  }
  const definition = reading.typed.definitions.get(selection.definition);
  const all = definition === undefined ? [] : operationsOf(definition.nodes);
  const place = all.findIndex((each) => each.id === node.id) + 1;
  const parts = [
    capital(scene?.title || nodeTitle(node)),
    ...(node.operands.length > 0 ? [`Takes ${spokenValues(node.operands)}`] : []),
    ...(node.results.length > 0 ? [`Gives ${spokenValues(node.results)}`] : []),
    ...(place > 0 ? [`Operation ${place} of ${all.length}${wrong}`] : []),
  ];
  return `${parts.join(". ")}.`;
}

function operationsOf(nodes: readonly TypedNode[]): readonly TypedNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "loop") return operationsOf(node.nodes);
    return node.kind === "input" || node.kind === "weight" ? [] : [node];
  });
}

function spokenValues(values: readonly Value[]): string {
  return values
    .filter((value) => value.scalar === undefined)
    .map((value) => {
      const axes = value.type.shape.map((axis) => spokenName(axis.name)).join(", ");
      const name = value.name === undefined ? "an array" : spokenName(value.name);
      return axes === "" ? `${name}, one number` : `${name}: ${axes}`;
    })
    .join("; ");
}

function spokenArray(value: Value, reading: Reading, name: string): string {
  const definition = reading.typed.definitions.get(name);
  if (definition === undefined) return "";
  const axes = axesOfValue(value, definition, reading.typed)
    .map((fact) => `${spokenName(fact.axis)} ${fact.size}`)
    .join(", ");
  const index = indexDefinition(definition);
  const maker = index.nodes.get(value.maker);
  const users = index.uses.get(value.id) ?? [];
  const from = maker === undefined ? "" : ` From ${nodeTitle(maker).toLowerCase()}`;
  const to = users.map((user) => {
    const operand = user.operands.findIndex((each) => each.id === value.id);
    const which = ORDINALS[operand];
    const place = which === undefined || user.operands.length < 2 ? "" : `, ${which} operand`;
    return `${nodeTitle(user).toLowerCase()}${place}`;
  });
  const way = to.length === 0 ? from : `${from === "" ? " Goes" : from} to ${to.join(" and ")}`;
  const title = value.name === undefined ? "Array" : `Array ${spokenName(value.name)}`;
  return `${title}: ${axes || "one number"}.${way === "" ? "" : `${way}.`}`;
}

function spokenStrand(selection: Extract<Selection, { kind: "strand" }>, reading: Reading): string {
  const name = spokenName(selection.axis);
  const found = describe(selection, reading);
  const shape = found?.value?.type.shape ?? [];
  const at = shape.findIndex((axis) => axis.name === selection.axis);
  const axis = shape[at];
  if (found?.definition === undefined || axis === undefined) return `Axis ${name}.`;
  const value = reading.typed.evaluate(axis.size);
  const size = value === undefined ? "" : `, size ${value}`;
  const array = found.value?.name;
  const place = `${ORDINALS[at] ?? at + 1} of ${shape.length}${array === undefined ? "" : ` in ${spokenName(array)}`}`;
  const stop = stopSays(reading, selection);
  if (stop !== undefined) {
    const line = selection.at === undefined ? undefined : reading.sources.get(selection.at)?.line;
    return `Axis ${name}${size}, ${place}. ${stop}${line === undefined ? "" : `, line ${line}`}.`;
  }
  const fact =
    found.node === undefined
      ? undefined
      : axesAtNode(found.node, reading.typed).find((each) => each.axis === selection.axis);
  return `Axis ${name}${size}, ${place}.${fact === undefined ? "" : ` ${capital(fact.says)}.`}`;
}

/** "1 problem", "2 problems". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** With its first letter as a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
