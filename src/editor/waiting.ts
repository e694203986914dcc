import type { NodeId } from "../document/document.ts";
import type { TypedDefinition, TypedNode, Value } from "../typing/diagram.ts";
import { indexDefinition } from "./definition-index.ts";
import { nodeTitle } from "./described.ts";
import { inSentence } from "./edits/titles.ts";
import { makersAbove } from "./makers-above.ts";
import type { Reading } from "./reading.ts";

const FOLLOWS = "Waits for the mistake from which this follows.";

const found = new WeakMap<Reading, ReadonlyMap<NodeId, string>>();

/**
 * Operations that are not checked, since an array that they take is spoiled by a mistake elsewhere: by
 * their id, a sentence on what each waits for. They have no problem of their own. What only waits for
 * an operand that is still to be given is not among them.
 */
export function waitingIn(reading: Reading): ReadonlyMap<NodeId, string> {
  const known = found.get(reading);
  if (known !== undefined) return known;
  const wrong = new Set(
    reading.diagnostics.flatMap(({ code, severity, place }) =>
      severity === "error" && code !== "S05" && place.node !== undefined ? [place.node] : [],
    ),
  );
  const definitions = wrong.size === 0 ? [] : [...reading.typed.definitions.values()];
  const waiting = new Map(
    definitions.flatMap((definition) =>
      [...indexDefinition(definition).nodes.values()].flatMap((node) => {
        if (wrong.has(node.id) || node.wrong === true) return [];
        const says = waits(node, definition, wrong) ?? (node.told ? FOLLOWS : undefined);
        return says === undefined ? [] : [[node.id, says] as const];
      }),
    ),
  );
  found.set(reading, waiting);
  return waiting;
}

function waits(
  node: TypedNode,
  definition: TypedDefinition,
  wrong: ReadonlySet<NodeId>,
): string | undefined {
  const index = indexDefinition(definition);
  const spoiled = node.operands.find((operand) => {
    const makers = isPoisoned(operand) ? makersAbove(index, operand.maker, isPoisoned) : [];
    return [...makers].some((maker) => wrong.has(maker));
  });
  if (spoiled === undefined) return undefined;
  const maker = index.nodes.get(spoiled.maker);
  const title = maker === undefined ? "its argument" : `the ${inSentence(nodeTitle(maker))}`;
  return `Waits for ${spoiled.name === undefined ? title : `\`${spoiled.name}\``}, which is not right yet.`;
}

function isPoisoned({ poisoned }: Value): boolean {
  return poisoned === true;
}
