import { PRESETS } from "../../presets/index.ts";
import { openText } from "./open-file.ts";

/** Opens a copy of a preset; false when there is none of that name. */
export async function openPreset(name: string): Promise<boolean> {
  const preset = PRESETS.find((each) => each.name === name);
  if (preset === undefined) return false;
  openText(await preset.load());
  return true;
}
