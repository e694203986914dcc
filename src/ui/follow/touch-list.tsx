import { type ReactNode, useState } from "react";
import { joinPath } from "../../editor/follow/instances.ts";
import type { Followed } from "../../editor/follow/same-axis.ts";
import { type Touch, touchesOf } from "../../editor/follow/touches.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import { capital } from "../../editor/speech.ts";
import { selectNode } from "../../editor/walk.ts";
import { plainName } from "../../scene/extra-axes.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** More rows than this wait for a press. */
const MANY = 40;

/** The operations that a followed axis comes to, in text order; each is a link to it. */
export function TouchList({
  reading,
  followed,
  selection,
}: {
  readonly reading: Reading;
  readonly followed: Followed;
  readonly selection: Extract<Selection, { kind: "strand" }>;
}): ReactNode {
  const [isWhole, setWhole] = useState(false);
  const touches = touchesOf(followed, reading.sources);
  const shown = isWhole ? touches : touches.slice(0, MANY);
  const here = selection.at === undefined ? undefined : joinPath(selection.path, selection.at);
  return (
    <>
      <ul className="follow-touches">
        {shown.map((touch) => (
          <li key={`${touch.id} ${touch.axis}`} data-here={touch.id === here || undefined}>
            <button
              type="button"
              className="link"
              aria-current={touch.id === here ? "step" : undefined}
              onClick={() => goToTouch(reading, touch)}
            >
              {touch.title}
            </button>
            <span className="small hint">
              {touch.line === undefined ? "" : `line ${touch.line}`}
            </span>
            <span className="touch-says small hint">{saysOf(touch, followed)}</span>
          </li>
        ))}
      </ul>
      {shown.length < touches.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show all {touches.length}
        </button>
      )}
    </>
  );
}

function saysOf(touch: Touch, { home }: Followed): string {
  const uses = touch.uses === undefined ? "" : `, ${touch.uses} inside`;
  const name = plainName(touch.axis);
  const as = name === home.axis ? "" : `${name}: `;
  const says = touch.event.says + uses;
  return as === "" ? capital(says) : as + says;
}

/** Selects the operation, or where it has no place of its own its array, and takes the focus there. */
function goToTouch({ scene }: Reading, touch: Touch): void {
  const { id, path, definition, array } = touch;
  const node = scene.nodes.find((each) => each.id === id);
  useEditor
    .getState()
    .select(node === undefined ? { kind: "array", path, definition, array } : selectNode(node));
  useFrame.getState().reveal();
  requestAnimationFrame(focusCanvas);
}
