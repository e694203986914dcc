import { keepDocument, keptDocument, newId } from "../../browser/kept-documents.ts";
import {
  forgetAllSteps,
  forgetStepsBut,
  keepSteps,
  keptSteps,
  type StepsKey,
} from "../../browser/kept-steps.ts";
import { titleOf } from "../../editor/header.ts";
import type { History } from "../../editor/history.ts";
import { keptHistory, readHistory } from "../../editor/kept-history.ts";
import { type EditorState, textOf } from "../../editor/state.ts";
import { COMMANDS } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { currentText, useEditor } from "../store.ts";
import { isOvertaken, ownDocument, partFromOther, see } from "./own-document.ts";

/** The steps that this browser kept of a text of a document or file. */
export function historyOf(text: string, of: StepsKey["of"]): History | undefined {
  return readHistory(keptSteps({ text, of }), text);
}

/** Keeps the steps that led to the text as it stands. */
export function keepHistory(
  of: StepsKey["of"],
  { history }: EditorState = useEditor.getState(),
): void {
  keepSteps({ text: history.present.text, of }, keptHistory(history));
}

/**
 * Keeps the document and its steps in this browser, and never over what another tab has saved since:
 * this tab's work is then a document of its own. Where there is no room, older steps make way for
 * the text, and if that does not help a banner says so.
 */
export function keepInStorage(state: EditorState = useEditor.getState()): void {
  if (isOvertaken(textOf(state))) partFromOther();
  const isKept =
    keepText(state) ||
    [forgetOthers, forgetAllSteps].some((makeRoom) => {
      makeRoom();
      return keepText(state);
    });
  if (!isKept) {
    refuse();
    return;
  }
  keepHistory({ document: ownDocument().id }, state);
  const { banner, setSaveState, showBanner } = useFrame.getState();
  if (banner?.says.startsWith(NO_ROOM) === true) showBanner(undefined);
  setSaveState("saved");
}

/** Keeps what is selected now in the step that the document is at. */
export function keepSelection(): void {
  const { id, seen } = ownDocument();
  const kept = keptDocument(id);
  if (kept?.version === seen && kept.text === currentText()) keepHistory({ document: id });
}

function keepText(state: EditorState): boolean {
  const { name, reading, history } = state;
  const { id, seen } = ownDocument();
  const version = newId();
  const isKept = keepDocument(id, {
    text: textOf(state),
    ...(name !== undefined && { name }),
    title: reading === undefined ? "" : titleOf(reading.document),
    savedAt: Date.now(),
    version,
    after: seen,
    isEdited: history.past.length + history.future.length > 0,
  });
  if (isKept) see(version);
  return isKept;
}

function forgetOthers(): void {
  forgetStepsBut([ownDocument().id]);
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
          forgetAllSteps();
          keepInStorage();
        },
      },
    ],
  });
}

function lastSaved(): string {
  const savedAt = keptDocument(ownDocument().id)?.savedAt;
  if (savedAt === undefined || savedAt === 0) return "";
  const time = new Date(savedAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return ` Last saved ${time}.`;
}
