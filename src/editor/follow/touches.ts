import type { SourceMap } from "../../document/diagnostic.ts";
import type { SceneId } from "../../scene/scene.ts";
import type { TypedNode } from "../../typing/diagram.ts";
import { nodeTitle } from "../described.ts";
import { type AxisEvent, eventAt } from "./axis-events.ts";
import { hasAxis } from "./bindings.ts";
import { nodesIn, sceneIdOf } from "./instances.ts";
import type { Followed, FollowedPlace } from "./same-axis.ts";

/** An operation that an axis comes to, and what happens to it there. */
export interface Touch {
  /** Where it stands in the picture. */
  readonly id: SceneId;
  /** The call path of the definition's use. */
  readonly path: SceneId;
  readonly definition: string;
  readonly title: string;
  /** An array there that has the axis, or had it. */
  readonly array: string;
  /** What the axis is called there. */
  readonly axis: string;
  readonly event: AxisEvent;
  readonly line?: number;
  /** For a closed block, how many operations touch it inside. */
  readonly uses?: number;
}

/** The operations of the picture that an axis comes to: those of its own block first, in text order. */
export function touchesOf(followed: Followed, sources: SourceMap): readonly Touch[] {
  return [...followed.places.values()].flatMap((place) => [
    ...inputsIn(place, sources),
    ...touchesIn(place, followed, sources),
  ]);
}

/** The inputs of the picture; those of an open block are what comes in around it. */
function inputsIn({ instance, axes }: FollowedPlace, sources: SourceMap): readonly Touch[] {
  if (instance.around !== undefined) return [];
  const { definition, path } = instance;
  return definition.inputs.flatMap((value): readonly Touch[] => {
    const axis = [...axes].find((each) => hasAxis(value, each));
    if (axis === undefined) return [];
    const name = value.name ?? value.id;
    const line = sources.get(value.maker)?.line ?? sources.get(`block:${definition.name}`)?.line;
    const event: AxisEvent = { kind: "begins", says: "comes in here" };
    const base = { id: `input ${name}`, path, definition: definition.name, array: value.id };
    return [{ ...base, title: `Input ${name}`, axis, event, ...lineAt(line) }];
  });
}

function touchesIn(
  { instance, axes }: FollowedPlace,
  { closed, places }: Followed,
  sources: SourceMap,
): readonly Touch[] {
  const definition = instance.definition.name;
  return nodesIn(instance.definition).flatMap((placed): readonly Touch[] => {
    const { node } = placed;
    const id = sceneIdOf(instance, placed);
    if (node.kind === "input" || isScalar(node) || places.has(id)) return [];
    const [found] = [...axes].flatMap((axis) => {
      const event = eventAt(node, axis);
      const isLoopPassing = node.kind === "loop" && event?.kind === "passes";
      return event === undefined || isLoopPassing ? [] : [{ axis, event }];
    });
    if (found === undefined) return [];
    const array = [...node.results, ...node.operands].find((each) => hasAxis(each, found.axis));
    const uses = closed.get(id)?.uses ?? 0;
    const path = id.slice(0, Math.max(0, id.length - node.id.length - 1));
    return [
      {
        ...{ id, path, definition, title: touchTitle(node), array: array?.id ?? "", ...found },
        ...lineAt(sources.get(node.id)?.line),
        ...(uses === 0 ? {} : { uses }),
      },
    ];
  });
}

function lineAt(line: number | undefined): Pick<Touch, "line"> {
  return line === undefined ? {} : { line };
}

/** Numbers made of sizes are no arrays, so nothing of them is drawn. */
function isScalar(node: TypedNode): boolean {
  return node.results.length > 0 && node.results.every((value) => value.scalar !== undefined);
}

function touchTitle(node: TypedNode): string {
  const name = node.results[0]?.name;
  return node.kind === "weight" && name !== undefined
    ? `${nodeTitle(node)} ${name}`
    : nodeTitle(node);
}
