import type { Diagnostic, Place } from "../document/diagnostic.ts";
import type { SceneNode } from "../scene/scene.ts";
import { indexDefinition } from "./definition-index.ts";
import { mismatchesBy } from "./mismatches.ts";
import { drawnAs } from "./place-of.ts";
import { type Problem, placesOf } from "./problems.ts";
import type { Reading } from "./reading.ts";

/**
 * The errors that stand at a node of the picture; where none does, those in which it takes part: one
 * of their labels stands there, or a size has come through it to where it meets another.
 */
export function problemsAt(
  reading: Reading,
  problems: readonly Problem[],
  node: SceneNode,
): readonly Problem[] {
  const errors = problems.filter(({ diagnostic }) => diagnostic.severity === "error");
  const own = errors.filter((problem) =>
    placesOf(problem).some((place) => drawnAs(reading, place.node, place.part)?.node === node.node),
  );
  if (own.length > 0) return own;
  return errors.filter(({ diagnostic }) => takesPart(reading, diagnostic, node));
}

function takesPart(reading: Reading, diagnostic: Diagnostic, node: SceneNode): boolean {
  const { clash, labels = [] } = diagnostic;
  if (labels.some(({ at }) => isAt(reading, at, node))) return true;
  if (clash?.kind !== "sizes") return false;
  const rings = mismatchesBy(reading, diagnostic);
  return (
    clash.along?.includes(node.node) === true ||
    rings.some(({ through }) => through.includes(node.id))
  );
}

/** Whether the place is the node, or the array that comes out of it where the figure or a block begins. */
function isAt({ typed }: Reading, { node: id, part }: Place, node: SceneNode): boolean {
  if (node.node === id) return true;
  const definition = typed.definitions.get(node.definition);
  const values = definition && indexDefinition(definition).values;
  return node.ports.some(
    ({ side, array }) =>
      side === "out" && part === `result ${array}` && values?.get(array)?.maker === id,
  );
}
