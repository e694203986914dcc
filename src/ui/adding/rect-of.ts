import type { Rect } from "../../draw/path.ts";

/** Where an element is on the screen. */
export function rectOf(element: Element): Rect {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}
