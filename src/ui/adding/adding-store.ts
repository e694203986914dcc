import { create } from "zustand";
import type { Rect } from "../../draw/path.ts";
import type { ArrayRef, PortRef } from "../../editor/edits/scope.ts";
import type { Addable } from "./addables.ts";
import type { WirePlace } from "./inserting.ts";
import type { Place } from "./place.ts";

/** A list or field that stands at a place of the screen, or at the selection; one at a time. */
export type Offer =
  /** Operations to add; with an array, those that take it, or are to be inserted behind it. */
  | {
      readonly kind: "add";
      readonly place: Place;
      readonly at?: Rect;
      readonly query: string;
      readonly insert?: true;
    }
  /** Readers of an array, in front of which an operation is to be inserted. */
  | {
      readonly kind: "which";
      readonly addable: Addable;
      readonly place: WirePlace;
      readonly ends: readonly PortRef[];
      readonly at?: Rect;
    }
  /** Ports that the array could go into. */
  | { readonly kind: "into"; readonly place: Place; readonly at?: Rect }
  /** An array that was dropped on a port that it does not fit; `from` when it was taken off another. */
  | {
      readonly kind: "unfit";
      readonly array: ArrayRef;
      readonly port: PortRef;
      readonly path: string;
      readonly from?: PortRef;
      readonly at?: Rect;
    }
  /** Arrays that could go into the port. */
  | { readonly kind: "from"; readonly port: PortRef; readonly at?: Rect }
  /** Name and axes of an input or weight that is to be added. */
  | {
      readonly kind: "port";
      readonly port: "input" | "weight";
      readonly place: Place;
      readonly at?: Rect;
    };

/** What is being added or connected. */
interface Adding {
  readonly offer: Offer | undefined;
  /** What had the focus before a list was opened, but for the page as a whole. */
  readonly cameFrom: HTMLElement | undefined;
  show(offer: Offer | undefined): void;
}

/** The store of lists that stand on the canvas. */
export const useAdding = create<Adding>()((set, get) => ({
  offer: undefined,
  cameFrom: undefined,
  show(offer) {
    const { activeElement } = document;
    const isPlace = activeElement instanceof HTMLElement && activeElement !== document.body;
    if (get().offer === undefined) set({ cameFrom: isPlace ? activeElement : undefined });
    set({ offer });
  },
}));
