import { sentenceOf } from "../../editor/follow/follow-words.ts";
import { axisAt } from "../../editor/follow/same-axis.ts";
import type { AxisRef } from "../../editor/selection.ts";
import { spokenName } from "../../editor/spoken-words.ts";
import { useFrame } from "../frame-store.ts";
import { refuseAloud } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import { followedIn } from "./lit.ts";

/** Keeps an axis lit and says its life; once more lets it go. */
export function pinAxis(ref: AxisRef): void {
  const { reading, pin } = useEditor.getState();
  const { say } = useFrame.getState();
  pin(ref);
  if (reading === undefined) return;
  if (useEditor.getState().pinned === undefined) {
    say(`No longer following ${spokenName(ref.axis)}.`);
    return;
  }
  const followed = followedIn(reading, ref);
  say(
    followed === undefined
      ? `Following ${spokenName(ref.axis)}.`
      : sentenceOf(followed, reading.sources),
  );
}

/** Keeps the axis of the selected strand lit, or lets go of what is kept. */
export function pinSelected(): void {
  const { reading, selection, pinned } = useEditor.getState();
  if (reading !== undefined && selection.kind === "strand") pinAxis(axisAt(reading, selection));
  else if (pinned !== undefined) pinAxis(pinned);
  else refuseAloud("Select a strand to follow its axis.");
}
