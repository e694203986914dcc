import { create } from "zustand";
import type { NodeId } from "../../document/document.ts";

/** What is chosen from a list at the selection: another operation, or the axis that one is to be. */
export type Choice =
  | { readonly kind: "replace"; readonly node: NodeId }
  | { readonly kind: "merge"; readonly definition: string; readonly axis: string };

/** The choice that is open. */
export const useChoice = create<{ readonly choice: Choice | undefined }>()(() => ({
  choice: undefined,
}));
