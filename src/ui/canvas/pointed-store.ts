import { create } from "zustand";
import type { SceneNode, SceneRemark } from "../../scene/scene.ts";

/** What the pointer is over; kept apart, so that moving it redraws nothing but a frame. */
export const usePointed = create<{
  readonly node: SceneNode | undefined;
  readonly remark: SceneRemark | undefined;
  readonly overWire: boolean;
}>()(() => ({ node: undefined, remark: undefined, overWire: false }));
