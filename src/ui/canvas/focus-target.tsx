import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { Reading } from "../../editor/reading.ts";
import { selectionKey } from "../../editor/selection.ts";
import { spokenSelection } from "../../editor/speech.ts";
import { boundsOf } from "../../editor/walk.ts";
import { useEditor } from "../store.ts";

/**
 * The one real element that stands for the selected thing: it carries the focus and the spoken name
 * while the canvas is the place of work, and is a new element for every thing, so that it is read.
 */
export function FocusTarget({
  reading,
  hasFocus,
}: {
  readonly reading: Reading;
  /** True while the canvas is the place of work, also when the element before went away. */
  readonly hasFocus: RefObject<boolean>;
}): ReactNode {
  const selection = useEditor((state) => state.selection);
  const target = useRef<HTMLDivElement>(null);
  const key = selectionKey(selection);
  const bounds = boundsOf(reading.scene, selection);
  const placed = bounds !== undefined;
  useEffect(() => {
    if (key === "" || !placed) return;
    if (hasFocus.current && isFree(target.current)) target.current?.focus({ preventScroll: true });
  }, [key, placed, hasFocus]);
  if (bounds === undefined) return null;
  const node =
    selection.kind === "operation"
      ? reading.scene.nodes.find((each) => each.id === selection.id)
      : undefined;
  return (
    <div
      key={key}
      ref={target}
      className="focus-target"
      role="img"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the roving stop of the application around it
      tabIndex={0}
      aria-label={spokenSelection(selection, reading, node)}
      data-selection={key}
      style={{
        transform: `translate(${bounds.x}px, ${bounds.y}px)`,
        width: bounds.width,
        height: bounds.height,
      }}
    />
  );
}

/** True when nothing outside of the canvas has the focus. */
function isFree(target: HTMLElement | null): boolean {
  const { activeElement } = document;
  const canvas = target?.closest("#canvas");
  return activeElement === document.body || canvas?.contains(activeElement) === true;
}
