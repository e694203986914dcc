import { nameOutside } from "../../scene/extra-axes.ts";
import { nameAround } from "../../scene/name-around.ts";
import type { Scene, SceneId } from "../../scene/scene.ts";
import type { TypedDiagram } from "../../typing/diagram.ts";
import type { AxisRef } from "../selection.ts";
import { goesPast, nameOfPassing, namesInside, renamedAxes } from "./bindings.ts";
import {
  type CallNode,
  type Instance,
  instanceAt,
  instanceOf,
  nodesIn,
  outsideLoops,
  type PlacedNode,
  sceneIdOf,
} from "./instances.ts";
import { usesOf } from "./uses.ts";

/** An axis in one use of a definition, under all the names that it has there. */
export interface FollowedPlace {
  readonly instance: Instance;
  readonly axes: ReadonlySet<string>;
}

/** A closed call that the axis goes into. */
export interface FollowedCall {
  readonly call: CallNode;
  /** What it is called inside. */
  readonly axes: readonly string[];
  /** How many operations touch it inside, those of blocks in the block included. */
  readonly uses: number;
}

/** Everything in view that is one axis. */
export interface Followed {
  /** Where it has a name of its own: an axis that only goes past a block is one of the block around. */
  readonly home: { readonly instance: Instance; readonly axis: string };
  /** By the path of the instance; the home comes first. */
  readonly places: ReadonlyMap<SceneId, FollowedPlace>;
  /** By the scene id of the call. */
  readonly closed: ReadonlyMap<SceneId, FollowedCall>;
}

/** The picture with its types, in which an axis is followed. */
export interface View {
  readonly typed: TypedDiagram;
  readonly scene: Scene;
}

/** An axis as it is meant at a place of the picture: loops on the way there make no difference. */
export function axisAt(
  { typed }: View,
  at: { readonly path: SceneId; readonly definition: string; readonly axis: string },
): AxisRef {
  const { definition, axis } = at;
  return { path: instanceAt(typed, at.path)?.path ?? at.path, definition, axis };
}

/**
 * Follows an axis through the bindings of calls: down into every block that it goes into, up to what
 * it is called around, and from there into the other calls. It never goes back into the call that it
 * came out of, since there the other axes of that name outside are other axes.
 */
export function followAxis(view: View, ref: AxisRef): Followed | undefined {
  const starts = startsOf(view, ref);
  const [first] = starts;
  if (first === undefined) return undefined;
  const open = openCalls(view.scene);
  const strands = strandsIn(view.scene);
  const places = new Map<SceneId, { instance: Instance; axes: Set<string> }>();
  const closed = new Map<SceneId, FollowedCall>();
  const visit = (instance: Instance, axis: string, from: SceneId | undefined): void => {
    const { path, definition, call, around } = instance;
    const place = places.get(path) ?? { instance, axes: new Set<string>() };
    if (place.axes.has(axis)) return;
    places.set(path, place);
    place.axes.add(axis);
    for (const [one, other] of renamedAxes(definition)) {
      if (one === axis) visit(instance, other, from);
      if (other === axis) visit(instance, one, from);
    }
    for (const placed of nodesIn(definition)) {
      if (placed.node.kind !== "call") continue;
      const id = sceneIdOf(instance, placed);
      if (id !== from) enter(instance, axis, { placed, call: placed.node, id });
    }
    const outside = call && nameAround(call, axis);
    if (around !== undefined && outside !== undefined) visit(outsideLoops(around), outside, path);
  };
  const enter = (instance: Instance, axis: string, { placed, call, id }: Entered): void => {
    const names = namesInside(call, axis);
    if (open.has(id)) {
      const inner = instanceOf(instance, placed, call);
      for (const name of names) visit(inner, name, undefined);
      const passing = nameOfPassing(axis);
      if (strands.has(`${id} ${passing}`)) visit(inner, passing, undefined);
    } else if (names.length > 0) {
      const before = closed.get(id)?.axes ?? [];
      const axes = [...new Set([...before, ...names])];
      closed.set(id, { call, axes, uses: usesOf(call.definition, axes) });
    } else if (goesPast(call, axis) && !closed.has(id)) {
      closed.set(id, { call, axes: [], uses: 0 });
    }
  };
  for (const instance of starts) visit(instance, ref.axis, undefined);
  return { home: homeOf(first, ref.axis), places, closed };
}

interface Entered {
  readonly placed: PlacedNode;
  readonly call: CallNode;
  readonly id: SceneId;
}

/** Where the axis stands; where its place is in the picture no more, every use of its definition. */
function startsOf(
  { typed, scene }: View,
  { path, definition, axis }: AxisRef,
): readonly Instance[] {
  const meant = instanceAt(typed, path);
  if (meant?.definition.name === definition && hasAxisNamed(meant, axis)) {
    return [outsideLoops(meant)];
  }
  const uses = ["", ...openCalls(scene)].flatMap((each) => instanceAt(typed, each) ?? []);
  const drawn = uses.filter((use) => use.definition.name === definition);
  const inView = drawn.length > 0 ? drawn : uses.flatMap((use) => closedUses(use, definition));
  return inView.filter((use) => hasAxisNamed(use, axis));
}

function closedUses(instance: Instance, definition: string): readonly Instance[] {
  return nodesIn(instance.definition).flatMap((placed) =>
    placed.node.kind === "call" && placed.node.definition.name === definition
      ? [instanceOf(instance, placed, placed.node)]
      : [],
  );
}

function hasAxisNamed({ definition }: Instance, axis: string): boolean {
  return nameOutside(axis) !== undefined || definition.axes.has(axis);
}

function homeOf(instance: Instance, axis: string): Followed["home"] {
  const outside = nameOutside(axis);
  if (outside === undefined || instance.around === undefined) return { instance, axis };
  return homeOf(outsideLoops(instance.around), outside);
}

const opened = new WeakMap<Scene, ReadonlySet<SceneId>>();

/** The calls that a picture draws open. */
export function openCalls(scene: Scene): ReadonlySet<SceneId> {
  const known = opened.get(scene);
  if (known !== undefined) return known;
  const found = new Set(scene.nodes.flatMap(({ id, kind }) => (kind === "plate" ? [id] : [])));
  opened.set(scene, found);
  return found;
}

const strandSets = new WeakMap<Scene, ReadonlySet<string>>();

/** The strands that begin inside of each call, by the path and the name. */
function strandsIn(scene: Scene): ReadonlySet<string> {
  const known = strandSets.get(scene);
  if (known !== undefined) return known;
  const found = new Set(
    scene.bundles.flatMap(({ path, strands }) => strands.map(({ axis }) => `${path} ${axis}`)),
  );
  strandSets.set(scene, found);
  return found;
}
