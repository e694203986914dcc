import type { Entries } from "../../shapes/array-type.ts";
import type { Shape } from "../../shapes/axis.ts";
import type { NodeId } from "../document/document.ts";
import { CheckedDefinitions } from "./cache.ts";
import type { Value } from "./diagram.ts";
import type { KeptStatement } from "./kept-statements.ts";
import { RecentMap } from "./recent-map.ts";

/** About how many statements are remembered: no fewer, and not more than twice as many. */
const MOST = 10_000;

/**
 * What typing remembers from one document to the next. It only saves time: every answer is kept
 * under all that it follows from, so it is the one that typing from nothing would give.
 */
export class Remembered {
  readonly definitions = new CheckedDefinitions();
  /** How each statement was typed the last time, by its id. */
  readonly statements = new RecentMap<KeptStatement>(MOST);
  /** What each statement made the last time, by its id. */
  private readonly made = new RecentMap<readonly Value[]>(MOST);

  /**
   * The values that a statement makes, each as the object of the last time where nothing in it has
   * changed, so that those who read it see no news.
   */
  sameValues(statement: NodeId, made: readonly Value[]): readonly Value[] {
    const before = this.made.get(statement);
    const same = before
      ? made.map((value) => before.find((old) => isSame(old, value)) ?? value)
      : made;
    this.made.set(statement, same);
    return same;
  }
}

function isSame(one: Value, other: Value): boolean {
  return (
    one.id === other.id &&
    one.name === other.name &&
    one.maker === other.maker &&
    one.scalar === other.scalar &&
    one.poisoned === other.poisoned &&
    sameEntries(one.type.entries, other.type.entries) &&
    sameShape(one.type.shape, other.type.shape)
  );
}

function sameEntries(one: Entries, other: Entries): boolean {
  if (one.kind !== "index" || other.kind !== "index") return one.kind === other.kind;
  return one.axis === other.axis;
}

function sameShape(one: Shape, other: Shape): boolean {
  return (
    one.length === other.length &&
    one.every(({ name, size }, i) => name === other[i]?.name && size === other[i]?.size)
  );
}
