import type { Place } from "../document/diagnostic.ts";
import type { Message } from "./message.ts";
import { ambiguousBroadcast, portWithoutAxis, whichAxis } from "./shape-messages.ts";

/** A port of a block with the array that a call gives it, as axis names. */
export interface Joint {
  readonly port: string;
  readonly axes: readonly string[];
  /** The argument for a sentence: `` `Z` ``. */
  readonly array: string;
  readonly given: readonly string[];
  /** Where the call takes the argument. */
  readonly at: Place;
  /** The argument by its name. */
  readonly name?: string | undefined;
}

/** Which axis each axis of the ports is. */
export type Bindings = ReadonlyMap<string, string>;

/** A binding of all axes, or what is wrong; `bindings` then holds what was found so far. */
export interface Bound {
  readonly bindings: Bindings;
  readonly message?: Message;
}

/**
 * Binds the axes of a block's ports: as the brackets say, then by name, then, where equally many are
 * left on both sides, in order. Nothing is guessed.
 */
export function bindAxes(callee: string, joints: readonly Joint[], brackets: Bindings): Bound {
  const bindings = new Map(brackets);
  for (const joint of joints) bindByName(joint, bindings);
  for (const joint of joints) {
    const message = bindInOrder(callee, joint, bindings);
    if (message) return { bindings, message };
  }
  const message = joints.map((joint) => checkJoint(callee, joint, bindings)).find(Boolean);
  if (message) return { bindings, message };
  const twice = arrivesTwice(callee, joints, bindings);
  return twice ? { bindings, message: twice } : { bindings };
}

/** The axes of the argument that are bound at its port. */
export function boundAt(joint: Joint, bindings: Bindings): readonly string[] {
  return joint.axes.flatMap((axis) => bindings.get(axis) ?? []);
}

function bindByName(joint: Joint, bindings: Map<string, string>): void {
  for (const axis of joint.axes) {
    if (bindings.has(axis) || !joint.given.includes(axis)) continue;
    if (!boundAt(joint, bindings).includes(axis)) bindings.set(axis, axis);
  }
}

function bindInOrder(
  callee: string,
  joint: Joint,
  bindings: Map<string, string>,
): Message | undefined {
  const open = joint.axes.filter((axis) => !bindings.has(axis));
  if (open.length === 0) return undefined;
  const absent = checkJoint(callee, joint, bindings, open);
  if (absent) return absent;
  const bound = boundAt(joint, bindings);
  const left = joint.given.filter((axis) => !bound.includes(axis));
  if (left.length < open.length) {
    const axis = open[left.length] ?? "";
    const { port, array, name, given: shape } = joint;
    return portWithoutAxis({ callee, port, axis, wanted: axis, array, name, shape });
  }
  if (left.length > open.length) {
    const { port, at, given: shape } = joint;
    const matching = joint.axes.filter((axis) => bindings.get(axis) === axis);
    return whichAxis({ callee, port, at, shape, open, choices: left, matching });
  }
  for (const [i, axis] of open.entries()) bindings.set(axis, left[i] ?? axis);
  return undefined;
}

/** What is wrong with the axes of a port that are bound; those still `open` are left out. */
function checkJoint(
  callee: string,
  joint: Joint,
  bindings: Bindings,
  open: readonly string[] = [],
): Message | undefined {
  const seen = new Set<string>();
  for (const axis of joint.axes) {
    if (open.includes(axis)) continue;
    const actual = bindings.get(axis) ?? axis;
    if (!joint.given.includes(actual) || seen.has(actual)) {
      const { port, array, name, given: shape } = joint;
      const needed = actual === axis ? axis : `${axis} = ${actual}`;
      return portWithoutAxis({ callee, port, axis: needed, wanted: actual, array, name, shape });
    }
    seen.add(actual);
  }
  return undefined;
}

function arrivesTwice(
  callee: string,
  joints: readonly Joint[],
  bindings: Bindings,
): Message | undefined {
  for (const joint of joints) {
    const here = boundAt(joint, bindings);
    for (const axis of joint.given) {
      if (here.includes(axis)) continue;
      for (const other of joints) {
        const to = other.axes.find((candidate) => bindings.get(candidate) === axis);
        if (other === joint || to === undefined) continue;
        const bound = { port: other.port, at: other.at, to };
        return ambiguousBroadcast({ callee, axis, bound, left: joint });
      }
    }
  }
  return undefined;
}
