import { countedAxis } from "../scene/entries-wire.ts";
import type { SceneNode } from "../scene/scene.ts";
import { blockTitle } from "../scene/title.ts";
import type { TypedNode, Value } from "../typing/diagram.ts";
import { axesAtNode, axesOfValue } from "./axis-facts.ts";
import { indexDefinition } from "./definition-index.ts";
import { countOperations, describe, isOpenPort, nodeTitle } from "./described.ts";
import { inSentence } from "./edits/titles.ts";
import { stopSays } from "./follow/axis-walk.ts";
import type { Reading } from "./reading.ts";
import type { Selection } from "./selection.ts";
import { operandTitle, spokenOpenPort } from "./spoken-port.ts";
import { ordinal, spokenName, spokenText } from "./spoken-words.ts";
import { waitingIn } from "./waiting.ts";

/** The name of the canvas: what it shows and how it is moved about in. */
export function spokenDiagram(title: string, reading: Reading, problems: number): string {
  const operations = countOperations(reading.typed.main);
  const found = problems === 0 ? "no problems" : plural(problems, "problem");
  return `${title}, ${plural(operations, "operation")}, ${found}. Arrow keys move, Enter edits, type to add.`;
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
      if (found?.value === undefined) return spokenCrossing(selection, reading);
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
  const problems = problemsAt(node, reading);
  const wrong =
    problems === 0 ? "" : `, ${problems === 1 ? "one problem" : `${problems} problems`}`;
  const port = spokenOpenPort(node, reading, selection.definition);
  if (port !== undefined) return port;
  const waits = waitingIn(reading).get(node.id);
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
    capital(spokenTitle(node, reading)),
    ...(node.operands.length > 0 ? [`Takes ${spokenValues(node.operands)}`] : []),
    ...(node.results.length > 0 ? [`Gives ${spokenValues(node.results)}`] : []),
    ...(place > 0 ? [`Operation ${place} of ${all.length}${wrong}`] : []),
    ...(waits === undefined ? [] : [spokenText(waits).replace(/`|\.$/g, "")]),
  ];
  return `${parts.join(". ")}.`;
}

/** "dot product over x": what an operation is called inside a sentence. */
function spokenTitle(node: TypedNode, { scene }: Reading): string {
  const drawn = node.kind === "op" ? scene.nodes.find((each) => each.node === node.id) : undefined;
  if (drawn !== undefined && drawn.title !== "") return spokenText(drawn.title);
  const title = spokenText(nodeTitle(node));
  return node.kind === "call" ? title : inSentence(title);
}

function problemsAt(node: TypedNode, { diagnostics }: Reading): number {
  const found = diagnostics.filter(
    ({ severity, place }) => severity !== "info" && place.node === node.id,
  );
  return Math.max(found.length, node.wrong === true ? 1 : 0);
}

function operationsOf(nodes: readonly TypedNode[]): readonly TypedNode[] {
  return nodes.flatMap((node) => {
    if (node.kind === "loop") return operationsOf(node.nodes);
    return node.kind === "input" || node.kind === "weight" || isOpenPort(node) ? [] : [node];
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
  const port = maker && spokenOpenPort(maker, reading, name);
  if (port !== undefined) return port;
  const from = maker === undefined ? "" : ` From ${spokenText(inSentence(nodeTitle(maker)))}`;
  const to = users.map((user) => {
    const which = operandTitle(user, value);
    return which === undefined
      ? spokenTitle(user, reading)
      : `${spokenTitle(user, reading)}, ${which}`;
  });
  const way = to.length === 0 ? from : `${from === "" ? " Goes" : from} to ${to.join(" and ")}`;
  const title = value.name === undefined ? "Array" : `Array ${spokenName(value.name)}`;
  return `${title}: ${axes || "one number"}.${way === "" ? "" : `${way}.`}`;
}

/** What stands between the walls of a loop and its body has no name of its own. */
function spokenCrossing(
  { path, array }: Extract<Selection, { kind: "array" }>,
  { scene }: Reading,
): string {
  const bundle = scene.bundles.find((each) => each.path === path && each.array === array);
  const names = bundle?.strands.flatMap(({ axis }) =>
    countedAxis(axis) === undefined ? [spokenName(axis)] : [],
  );
  const axes = names?.join(", ") ?? "";
  return `Array at the wall of a loop: ${axes === "" ? "one number" : axes}.`;
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
  const array = found.value?.name === undefined ? "the array" : spokenName(found.value.name);
  const place = `${ordinal(at)} of ${shape.length} in ${array}`;
  const stop = stopSays(reading, selection);
  if (stop !== undefined) {
    const line = selection.at === undefined ? undefined : reading.sources.get(selection.at)?.line;
    return `Axis ${name}${size}, ${place}. ${stop}${line === undefined ? "" : `, line ${line}`}.`;
  }
  const facts = found.node === undefined ? [] : axesAtNode(found.node, reading.typed);
  const fact = facts.find((each) => each.axis === selection.axis)?.says ?? "comes in here";
  return `Axis ${name}${size}, ${place}. ${capital(fact)}.`;
}

/** "1 problem", "2 problems". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** With its first letter as a capital. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
