import { axisAt, type Followed, followAxis } from "../../editor/follow/same-axis.ts";
import type { Reading } from "../../editor/reading.ts";
import type { AxisRef } from "../../editor/selection.ts";
import { type Editor, useEditor } from "../store.ts";

/** An axis that is lit, with everything in view that is this axis. */
export interface Lit {
  /** Pinned, or lit as long as it is pointed at or selected. */
  readonly how: "pinned" | "pointed";
  readonly ref: AxisRef;
  readonly followed: Followed;
}

type Shown = Pick<Editor, "reading" | "hovered" | "pinned" | "selection">;

/** What is lit: the axis that is pinned, and the one under the pointer or else of the selected strand. */
export function litAxes({ reading, hovered, pinned, selection }: Shown): readonly Lit[] {
  if (reading === undefined) return [];
  const selected = selection.kind === "strand" ? axisAt(reading, selection) : undefined;
  const pointed = hovered ?? selected;
  const isPinned = pointed !== undefined && pinned !== undefined && sameRef(pointed, pinned);
  return [
    ...(pinned === undefined ? [] : lit(reading, "pinned", pinned)),
    ...(pointed === undefined || isPinned ? [] : lit(reading, "pointed", pointed)),
  ];
}

/** What is lit, followed again only when it or the picture is another. */
export function useLit(): readonly Lit[] {
  const reading = useEditor((state) => state.reading);
  const hovered = useEditor((state) => state.hovered);
  const pinned = useEditor((state) => state.pinned);
  const selection = useEditor((state) => state.selection);
  return litAxes({ reading, hovered, pinned, selection });
}

/** True for the same axis at the same place. */
export function sameRef(a: AxisRef, b: AxisRef): boolean {
  return a.path === b.path && a.definition === b.definition && a.axis === b.axis;
}

const known = new WeakMap<Reading, Map<string, Followed | undefined>>();

function lit(reading: Reading, how: Lit["how"], ref: AxisRef): readonly Lit[] {
  const followed = followedIn(reading, ref);
  return followed === undefined ? [] : [{ how, ref, followed }];
}

/** An axis followed through a reading, once for all that show it. */
export function followedIn(reading: Reading, ref: AxisRef): Followed | undefined {
  const found = known.get(reading) ?? new Map<string, Followed | undefined>();
  known.set(reading, found);
  const key = `${ref.path} ${ref.definition} ${ref.axis}`;
  if (!found.has(key)) found.set(key, followAxis(reading, ref));
  return found.get(key);
}
