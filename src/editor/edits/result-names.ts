import { constantValue } from "../../../shapes/size.ts";
import type { Brackets, Port, Statement } from "../../document/document.ts";
import type { Op } from "../../ops/op.ts";
import type { EditContext } from "../edit.ts";
import type { Operand } from "./choose-axes.ts";
import type { DefinitionPlace } from "./document-tree.ts";
import { freshArrayName } from "./names.ts";

/** More arrays than this are not named unasked. */
const MOST_ARRAYS = 16;

/** An operation with its axes, and the line that it is the right side of. */
interface Chosen {
  readonly op: Op;
  readonly brackets: Brackets | undefined;
  readonly operands: readonly Operand[];
  readonly statement: Statement;
  readonly place: DefinitionPlace;
}

/**
 * The line with a name for every array that the operation gives, where its axes say how many; a
 * line that names several already keeps its names. Along an axis of unknown size there are two.
 */
export function withResultNames(context: EditContext, chosen: Chosen): Statement {
  const { statement, place } = chosen;
  const count = countOf(chosen);
  if (count === undefined || statement.kind !== "array" || statement.results.length !== 1)
    return statement;
  const names = statement.results.map(({ name }) => name);
  const [word = "A"] = names;
  while (names.length < count) names.push(freshArrayName(word, context, place, names));
  return { ...statement, results: names.map((name): Port => ({ name })) };
}

function countOf({ op, brackets, operands }: Chosen): number | undefined {
  if (op.arrays === "one a result") return brackets?.results?.length;
  const [target] = brackets?.targets ?? [];
  if (op.arrays !== "one a position" || target?.kind !== "axis") return undefined;
  const axis = operands[0]?.shape.find(({ name }) => name === target.name);
  const size = axis && constantValue(axis.size);
  if (size === undefined) return axis && 2;
  return size <= MOST_ARRAYS ? Number(size) : undefined;
}
