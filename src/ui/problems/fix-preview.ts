import { changedText, type Fix } from "../../document/fix.ts";
import { derive } from "../../editor/pipeline.ts";
import type { Reading } from "../../editor/reading.ts";
import { type Preview, usePreview } from "../adding/previewing.ts";
import { useEditor } from "../store.ts";

/** Up to so many things on the canvas a fix is drawn for as long as it is pointed at. */
const MOST = 90;

/** Draws the picture as a fix would leave it. */
export function showFix(reading: Reading, fix: Fix): void {
  if (reading.scene.nodes.length > MOST) return;
  usePreview.setState({ preview: previewOfFix(reading, fix) });
}

/** Shows the picture as it is. */
export function hideFix(): void {
  usePreview.setState({ preview: undefined });
}

function previewOfFix(reading: Reading, { change }: Fix): Preview {
  const { scene } = derive(changedText(reading.text, change), useEditor.getState().trail.at(-1));
  return { scene, shift: { x: 0, y: 0 }, at: undefined, ports: new Map() };
}
