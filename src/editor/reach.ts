import type { NodeId } from "../document/document.ts";
import type { Scene, SceneId, SceneNode } from "../scene/scene.ts";
import type { Value } from "../typing/diagram.ts";
import { type DefinitionIndex, indexDefinition } from "./definition-index.ts";
import { isTakeable } from "./nodes-within.ts";
import type { Reading } from "./reading.ts";
import { pathOf, type Selection } from "./selection.ts";
import {
  selectBetween,
  selectDownstream,
  selectUpstream,
  selectWithAxis,
} from "./structure/select.ts";

/** Something of the picture that further things are selected from. */
export type Placed = Exclude<Selection, { kind: "diagram" }>;

/** What a selection is widened to: all that it is made of, is made of it, or lies between its parts. */
export type Reach = "upstream" | "downstream" | "between";

/** The nodes of the picture that selected things reach, those included, in the copy that they are in. */
export function nodesReached(
  reading: Reading,
  selected: readonly Placed[],
  reach: Reach,
): readonly SceneNode[] {
  const [first] = selected;
  const definition = first && reading.typed.definitions.get(first.definition);
  if (first === undefined || definition === undefined) return [];
  const index = indexDefinition(definition);
  const here = selected.filter((each) => each.definition === first.definition);
  const arrays = here.flatMap((each) =>
    each.kind === "operation" ? [] : (index.values.get(each.array) ?? []),
  );
  const operations = here.flatMap((each) => (each.kind === "operation" ? [each.node] : []));
  const makers = [...operations, ...arrays.map(({ maker }) => maker)];
  const { name } = definition;
  const own = (value: Value): boolean => arrays.includes(value);
  if (reach === "downstream") {
    const readers = arrays.flatMap(({ id }) => index.uses.get(id) ?? []).map(({ id }) => id);
    const found = selectDownstream(reading, name, [...operations, ...readers]);
    return nodesOf(reading, first, { ids: found, hasInput: own });
  }
  const ids =
    reach === "upstream"
      ? selectUpstream(reading, name, makers)
      : selectBetween(reading, name, makers);
  const isRead = ({ id }: Value): boolean =>
    reach === "upstream" && (index.uses.get(id) ?? []).some((user) => ids.has(user.id));
  return nodesOf(reading, first, { ids, hasInput: (value) => own(value) || isRead(value) });
}

/** The nodes of the picture that take or give an array with the axis of a strand. */
export function nodesWithAxis(
  reading: Reading,
  strand: Extract<Selection, { kind: "strand" }>,
): readonly SceneNode[] {
  const { definition, axis } = strand;
  const hasInput = ({ type }: Value): boolean => type.shape.some(({ name }) => name === axis);
  return nodesOf(reading, strand, { ids: selectWithAxis(reading, definition, axis), hasInput });
}

function nodesOf(
  { scene, typed }: Reading,
  from: Placed,
  wanted: { readonly ids: ReadonlySet<NodeId>; hasInput(value: Value): boolean },
): readonly SceneNode[] {
  const definition = typed.definitions.get(from.definition);
  if (definition === undefined) return [];
  const index = indexDefinition(definition);
  const copy = copyOf(
    scene,
    from.definition,
    from.kind === "operation" ? pathOf(from.id) : from.path,
  );
  return scene.nodes.filter((node) => {
    if (!isTakeable(node) || node.definition !== from.definition) return false;
    if (copyOf(scene, node.definition, pathOf(node.id)) !== copy) return false;
    if (node.kind !== "input") return wanted.ids.has(node.node);
    const value = inputOf(index, node);
    return value !== undefined && wanted.hasInput(value);
  });
}

function inputOf(index: DefinitionIndex, { ports: [port] }: SceneNode): Value | undefined {
  return port === undefined ? undefined : index.values.get(port.array);
}

/** The call path of the copy of a definition that a path lies in, out of all of its loops. */
function copyOf(scene: Scene, definition: string, path: SceneId): SceneId {
  let at = path;
  while (at !== "" && scene.nodes.find(({ id }) => id === at)?.definition === definition) {
    at = pathOf(at);
  }
  return at;
}
