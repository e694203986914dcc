import {
  forgetHistories,
  keepDocument,
  keepHistory,
  keptDocument,
  keptSteps,
} from "../../browser/storage.ts";
import type { History } from "../../editor/history.ts";
import { keptHistory, readHistory } from "../../editor/kept-history.ts";
import { textOf } from "../../editor/state.ts";
import { COMMANDS } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** The steps that this browser kept of a text, of a file on disk where `file` names one. */
export function historyOf(text: string, file?: string): History | undefined {
  return readHistory(keptSteps({ text, ...(file !== undefined && { file }) }), text);
}

/** Keeps the steps that led to the text as it stands. */
export function keepSteps(file?: string): void {
  const state = useEditor.getState();
  const key = { text: textOf(state), ...(file !== undefined && { file }) };
  keepHistory(key, keptHistory(state.history));
}

/**
 * Keeps the document and its steps in this browser. Where there is no room, older steps make way for
 * the text, and if that does not help a banner says so.
 */
export function keepInStorage(): void {
  const state = useEditor.getState();
  const { name } = state;
  const text = textOf(state);
  const document = { text, ...(name !== undefined && { name }), savedAt: Date.now() };
  if (!keepDocument(document)) {
    forgetHistories();
    if (!keepDocument(document)) {
      refuse();
      return;
    }
  }
  keepSteps();
  const { banner, setSaveState, showBanner } = useFrame.getState();
  if (banner?.says.startsWith(NO_ROOM) === true) showBanner(undefined);
  setSaveState("saved");
}

const NO_ROOM = "There is no room to save in this browser.";

function refuse(): void {
  const { setSaveState, showBanner } = useFrame.getState();
  setSaveState("refused");
  showBanner({
    kind: "warning",
    says: `${NO_ROOM}${lastSaved()}`,
    actions: [
      { title: "Download", run: () => COMMANDS.save.run() },
      {
        title: "Free space",
        run() {
          forgetHistories();
          keepInStorage();
        },
      },
    ],
  });
}

function lastSaved(): string {
  const savedAt = keptDocument()?.savedAt;
  if (savedAt === undefined || savedAt === 0) return "";
  const time = new Date(savedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return ` Last saved ${time}.`;
}
