import type { SourceMap } from "../../document/diagnostic.ts";
import type { NodeId } from "../../document/document.ts";
import { nameOutside } from "../../scene/extra-axes.ts";
import { blockTitle } from "../../scene/title.ts";
import type { TypedDefinition } from "../../typing/diagram.ts";
import { indexDefinition } from "../definition-index.ts";
import { spokenName } from "../spoken-words.ts";
import { eventAt } from "./axis-events.ts";
import { hasAxis } from "./bindings.ts";
import { nodesIn } from "./instances.ts";
import type { Followed } from "./same-axis.ts";

/** The life of an axis: "Following x: made by X, in 5 lines, summed away in line 11." */
export function sentenceOf(followed: Followed, sources: SourceMap): string {
  const { instance, axis } = followed.home;
  const name = spokenName(axis);
  if (!instance.definition.axes.has(axis)) return `Following ${name}.`;
  const maker = makerOf(followed);
  const said = [
    ...(maker === undefined ? [] : [`made by ${spokenName(maker)}`]),
    linesOf(followed, sources),
    ...namesElsewhere(followed),
    ...endsOf(followed, sources),
  ];
  return `Following ${name}: ${said.join(", ")}.`;
}

/** The array in which it begins. */
function makerOf({ home: { instance, axis } }: Followed): string | undefined {
  const { definition } = instance;
  const input = definition.inputs.find((value) => hasAxis(value, axis));
  if (input !== undefined) return input.name;
  const first = nodesIn(definition).find(({ node }) => eventAt(node, axis)?.kind === "begins");
  const value = first?.node.results.find((each) => hasAxis(each, axis));
  return value?.name ?? (value && arrayOfStatement(definition, value.maker));
}

/** The array that a line names, for a step inside of its right side. */
function arrayOfStatement(definition: TypedDefinition, node: NodeId): string | undefined {
  const { nodes } = indexDefinition(definition);
  const line = [...nodes.values()].find(({ id }) => node.startsWith(`${id}.`));
  return line?.results[0]?.name;
}

function linesOf({ home: { instance, axis } }: Followed, sources: SourceMap): string {
  const lines = new Set(
    nodesIn(instance.definition).flatMap(({ node }) => {
      const event = eventAt(node, axis);
      const isTouched = event !== undefined && (node.kind !== "loop" || event.kind !== "passes");
      return isTouched ? (sources.get(node.id)?.line ?? []) : [];
    }),
  );
  return `in ${lines.size} ${lines.size === 1 ? "line" : "lines"}`;
}

/** Where it ends or goes on under another name, the first three. */
function endsOf({ home: { instance, axis } }: Followed, sources: SourceMap): readonly string[] {
  return nodesIn(instance.definition)
    .flatMap(({ node }) => {
      const event = eventAt(node, axis);
      const line = sources.get(node.id)?.line;
      if (event === undefined || (event.kind !== "ends" && event.kind !== "renamed")) return [];
      return [line === undefined ? event.says : `${event.says} in line ${line}`];
    })
    .slice(0, 3);
}

/** What it is called in the blocks in view that it goes into or comes out of, the first three. */
function namesElsewhere({ places, closed, home }: Followed): readonly string[] {
  const names = new Map<string, Set<string>>();
  const hold = ({ name }: TypedDefinition, axes: Iterable<string>): void => {
    const held = names.get(name) ?? new Set<string>();
    for (const axis of axes) if (nameOutside(axis) === undefined) held.add(axis);
    names.set(name, held);
  };
  for (const { instance, axes } of places.values()) {
    if (instance.path !== home.instance.path) hold(instance.definition, axes);
  }
  for (const { call, axes } of closed.values()) hold(call.definition, axes);
  return [...names]
    .filter(([, axes]) => axes.size > 0)
    .slice(0, 3)
    .map(([block, axes]) => {
      const said = [...axes].map(spokenName).join(" and ");
      return `as ${said} in ${block === "" ? "the diagram" : blockTitle(block)}`;
    });
}
