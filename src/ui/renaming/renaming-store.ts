import { create } from "zustand";
import { refuseAloud } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { type Named, nameAt, namedBy, placeOfName } from "./name-places.ts";

/** What becomes of something new when its name is given, or is not. */
export interface FirstName {
  /** Takes the name, or gives the sentence that says why not. */
  accept(text: string): string | undefined;
  giveUp(): void;
}

/** What is being renamed in the picture. */
interface Renaming {
  readonly named: Named | undefined;
  /** Set where the thing is new and this is its first name. */
  readonly first: FirstName | undefined;
  /** Set where the size is to be given: the field then has it behind the name. */
  readonly size: string | undefined;
  start(named: Named, first?: FirstName): void;
  startSize(named: Named, size: string): void;
  stop(): void;
}

/** The store of the field that stands in the place of a name. */
export const useRenaming = create<Renaming>()((set) => ({
  named: undefined,
  first: undefined,
  size: undefined,
  start: (named, first) => set({ named, first, size: undefined }),
  startSize: (named, size) => set({ named, first: undefined, size }),
  stop: () => set({ named: undefined, first: undefined, size: undefined }),
}));

/** Opens a field for the name of the selected thing. */
export function renameSelection(): void {
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return;
  const named = namedBy(reading, selection);
  if (named === undefined || placeOfName(reading, named) === undefined) {
    refuseAloud("Select an array, an axis, a block or a loop to rename it.");
    return;
  }
  useRenaming.getState().start(named);
}

/** Opens a field for the name at a point of the picture; true when there is one. */
export function renameAt(point: { readonly x: number; readonly y: number }): boolean {
  const { reading, select } = useEditor.getState();
  const place = reading && nameAt(reading, point);
  if (place === undefined) return false;
  const { named } = place;
  if (named.kind === "axis") select({ ...named, kind: "strand" });
  else if (named.kind === "array") select(named);
  else if (named.kind === "loop") {
    const { node: id, definition, loop: node } = named;
    select({ kind: "operation", id, definition, node });
  }
  useRenaming.getState().start(named);
  return true;
}
