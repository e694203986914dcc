import type { NodeId } from "../../document/document.ts";
import type { EditContext } from "../edit.ts";
import {
  guessCrossings,
  type LoopCrossing,
  loopLines,
  nextsOf,
  whyNoSlice,
} from "./loop-crossings.ts";
import type { LoopForm } from "./loop-form.ts";

/** How one array is to cross, in the place of the guess. */
export interface ChosenCrossing {
  readonly as: LoopCrossing["as"];
  /** What goes on as the array, where it is carried. */
  readonly next?: string;
}

/** One array that crosses the walls of a loop that is to be made, with the ways there are for it. */
export interface CrossingRow {
  readonly array: string;
  readonly axes: readonly string[];
  readonly as: LoopCrossing["as"];
  readonly ways: readonly LoopCrossing["as"][];
  /** What goes on as the array, and what else could. */
  readonly next?: string;
  readonly nexts: readonly string[];
  /** Why the way does not fit. */
  readonly says?: string;
}

/** What a loop around lines would be, or why there is none. */
export type LoopPlan =
  | {
      readonly ok: true;
      readonly rows: readonly CrossingRow[];
      readonly crossings: readonly LoopCrossing[];
    }
  | { readonly ok: false; readonly says: string };

/** The guess how arrays cross, with what the user chose otherwise, as rows to choose from. */
export function planLoop(
  context: EditContext,
  {
    nodes,
    form,
    chosen,
  }: {
    readonly nodes: readonly NodeId[];
    readonly form: LoopForm;
    readonly chosen: ReadonlyMap<string, ChosenCrossing>;
  },
): LoopPlan {
  const found = loopLines(context, nodes, form);
  if (typeof found === "string") return { ok: false, says: found };
  const guess = guessCrossings(context, nodes, form);
  if (!guess.ok) return guess;
  const { incoming, outgoing, values } = found;
  const guessed = new Map(guess.crossings.map((crossing) => [crossing.array, crossing]));
  const entering = incoming.map((array) => {
    const { as, next } = chosen.get(array) ?? asChosen(guessed.get(array));
    const nexts = nextsOf(found, array, form);
    return { array, as, nexts, next: as === "carried" ? (next ?? nexts[0]) : undefined };
  });
  const carriedOn = new Set(entering.flatMap(({ next }) => next ?? []));
  const rows = entering.map(({ array, as, nexts, next }): CrossingRow => {
    const says = whyNot({ as, array, next }, () => whyNoSlice(found, array, form));
    const own = { array, as, nexts, axes: axesOf(array), ways: ENTERING };
    return { ...own, ...(next !== undefined && { next }), ...(says !== undefined && { says }) };
  });
  const leaving = outgoing
    .filter((array) => !carriedOn.has(array))
    .map(
      (array): CrossingRow => ({
        array,
        as: "collected",
        axes: axesOf(array),
        ways: LEAVING,
        nexts: [],
      }),
    );
  const crossings = [
    ...entering.map(({ array, as, next }): LoopCrossing => {
      if (as === "carried") return { as, array, next: next ?? array };
      return { as, array };
    }),
    ...leaving.map(({ array }): LoopCrossing => ({ as: "collected", array })),
  ];
  return { ok: true, rows: [...rows, ...leaving], crossings };

  function axesOf(array: string): readonly string[] {
    return values.get(array)?.type.shape.map(({ name }) => name) ?? [];
  }
}

const ENTERING: readonly LoopCrossing["as"][] = ["carried", "sliced", "read"];
const LEAVING: readonly LoopCrossing["as"][] = ["carried", "collected"];

/** What is to be chosen so that an array that leaves the loop is carried out of it, or why it cannot. */
export function carryOut(
  rows: readonly CrossingRow[],
  array: string,
): { readonly start: string } | { readonly says: string } {
  const start = rows.find(({ nexts }) => nexts.includes(array));
  if (start !== undefined) return { start: start.array };
  return {
    says: `Nothing that comes in has the axes of \`${array}\`, so there is nothing that it could start from; it is collected.`,
  };
}

function asChosen(crossing: LoopCrossing | undefined): ChosenCrossing {
  if (crossing === undefined) return { as: "read" };
  return crossing.as === "carried" ? { as: "carried", next: crossing.next } : { as: crossing.as };
}

interface LoopRow {
  readonly array: string;
  readonly as: LoopCrossing["as"];
  readonly next: string | undefined;
}

function whyNot(
  { as, array, next }: LoopRow,
  slicing: () => string | undefined,
): string | undefined {
  if (as === "sliced") return slicing();
  if (as === "carried" && next === undefined) {
    return `Nothing that these lines make has the axes of \`${array}\`, so it cannot go on to the next step.`;
  }
  return undefined;
}
