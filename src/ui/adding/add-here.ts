import type { Preset } from "../../../presets/index.ts";
import type { Rect } from "../../draw/path.ts";
import { runEdit } from "../run-edit.ts";
import { useEditor } from "../store.ts";
import type { Addable } from "./addables.ts";
import { useAdding } from "./adding-store.ts";
import { closeOffer } from "./close-offer.ts";
import { type Place, placeOf } from "./place.ts";
import { addingPreset } from "./preset-block.ts";
import { adding, openPortOf } from "./proposals.ts";
import { addWritten, type Written } from "./written.ts";

/** Adds something at the selection. */
export function addHere(addable: Addable): void {
  const { reading, selection } = useEditor.getState();
  if (reading !== undefined) addAt(addable, placeOf(selection, reading));
}

/**
 * Adds something at a place: one step. What needs a name and axes asks for them first; what takes
 * more arrays asks for the next one afterwards.
 */
export function addAt(addable: Addable, place: Place, at?: Rect, axis?: string): void {
  const { what } = addable;
  closeOffer();
  if (what.kind === "port" && what.port !== "output") {
    useAdding.getState().show({ kind: "port", port: what.port, place, ...(at && { at }) });
    return;
  }
  if (what.kind === "preset") {
    void addPreset(what.preset, place);
    return;
  }
  let line: string | undefined;
  const done = runEdit((context) => {
    const edit = adding(context, place, addable, axis);
    if (edit.ok) line = edit.select?.[0];
    return edit;
  });
  if (done && line !== undefined && what.kind !== "port") askForNext(line);
}

async function addPreset(preset: Pick<Preset, "load">, place: Place): Promise<void> {
  const text = await preset.load();
  runEdit((context) => addingPreset(context, place, text));
}

/** Adds a line as it is written: one step. */
export function addLine(written: Written, place: Place): void {
  closeOffer();
  let line: string | undefined;
  const done = runEdit((context) => {
    const edit = addWritten(context, place, written);
    if (edit.ok) line = edit.select?.[0];
    return edit;
  });
  if (done && line !== undefined) askForNext(line);
}

/** Shows the list of arrays for the first port of a line that has none yet. */
export function askForNext(line: string): void {
  const { reading } = useEditor.getState();
  const port = reading && openPortOf(reading, line);
  if (port !== undefined) useAdding.getState().show({ kind: "from", port });
}

/** Where the selected thing is on the screen; with nothing selected, the middle of the canvas. */
export function rectOfSelection(): Rect {
  const selected = document.querySelector(".focus-target")?.getBoundingClientRect();
  if (selected !== undefined) return selected;
  const canvas = document.querySelector("#canvas")?.getBoundingClientRect();
  const { x, y, width, height } = canvas ?? { x: 0, y: 0, width: 0, height: 0 };
  return { x: x + width / 2, y: y + height / 3, width: 0, height: 0 };
}
