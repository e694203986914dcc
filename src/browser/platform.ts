/** True where ⌘ is the command key. */
const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

/** A chord as the platform writes it: `Mod-Shift-Z` is ⇧⌘Z or Ctrl+Shift+Z. */
export function chordLabel(chord: string): string {
  const parts = chord.split("-");
  const key = ARROWS[parts.at(-1) ?? ""] ?? parts.at(-1) ?? "";
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  if (isMac()) {
    const signs = [has("Alt") ? "⌥" : "", has("Shift") ? "⇧" : "", has("Mod") ? "⌘" : ""];
    return signs.join("") + key;
  }
  return [has("Mod") ? "Ctrl" : "", has("Alt") ? "Alt" : "", has("Shift") ? "Shift" : "", key]
    .filter(Boolean)
    .join("+");
}

const ARROWS: Readonly<Record<string, string>> = { ArrowUp: "↑", ArrowDown: "↓" };

/** True for the key event of a chord such as `Mod-S`, `Shift-Mod-Z` or `F8`. */
export function isChord(event: KeyboardEvent, chord: string): boolean {
  const parts = chord.split("-");
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  return (
    event.key.toLowerCase() === parts.at(-1)?.toLowerCase() &&
    mod === parts.includes("Mod") &&
    event.shiftKey === parts.includes("Shift") &&
    event.altKey === parts.includes("Alt") &&
    !other
  );
}

/** Whether ⌘, or Ctrl off the Mac, is held. */
export function isModHeld(event: Pick<MouseEvent, "metaKey" | "ctrlKey">): boolean {
  return isMac() ? event.metaKey : event.ctrlKey;
}
