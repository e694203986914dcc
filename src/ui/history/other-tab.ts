import { keptDocument, onSavedElsewhere } from "../../browser/kept-documents.ts";
import type { History } from "../../editor/history.ts";
import { type Banner, useFrame } from "../frame-store.ts";
import { currentText, useEditor } from "../store.ts";
import { historyOf, keepInStorage } from "./keeping.ts";
import { forgetOther, holdDocument, ownDocument, partFromOther, see } from "./own-document.ts";

/**
 * Notices when another tab saves something else to this tab's document, and offers to take it. Until
 * then, and if it is not wanted, this tab's work stays as it is and is kept apart from the first
 * change on.
 */
export function watchOtherTabs(): void {
  let latest = "";
  onSavedElsewhere((id, { text, version, after }) => {
    const own = ownDocument();
    if (id !== own.id && id !== own.partedFrom) return;
    if (id === own.id && text === currentText()) {
      see(version);
      done();
      return;
    }
    // The other tab has not seen what this one saved, and has written over it.
    const isWrittenOver = id === own.id && after !== own.seen && after !== latest;
    latest = version;
    if (isWrittenOver) {
      partFromOther();
      keepInStorage();
    }
    offer(id);
  });
}

let offered: Banner | undefined;

function offer(id: string): void {
  const { banner, showBanner } = useFrame.getState();
  if (offered !== undefined && banner === offered) return;
  offered = {
    kind: "warning",
    says: "This diagram was changed in another tab.",
    actions: [
      { title: "Take that", run: () => take(id) },
      { title: "Keep mine", run: keepMine },
    ],
  };
  showBanner(offered);
}

/** Takes what the other tab has saved by now, with its steps, or as a step where both have changed. */
function take(id: string): void {
  const theirs = keptDocument(id);
  if (theirs === undefined) {
    keepMine();
    return;
  }
  const { text, name, version } = theirs;
  const history = historyOf(text, { document: id });
  const { change } = useEditor.getState();
  done();
  if (history !== undefined && leadsFrom(history, currentText())) {
    useEditor.getState().openText(text, name, history);
    holdDocument(id, version);
  } else {
    if (ownDocument().id === id) partFromOther();
    forgetOther();
    change(text, "Took the text of the other tab");
  }
  useFrame.getState().say("Took the text of the other tab.");
}

function keepMine(): void {
  if (ownDocument().partedFrom === undefined) partFromOther();
  forgetOther();
  done();
  keepInStorage();
}

function done(): void {
  const { banner, showBanner } = useFrame.getState();
  if (banner === offered) showBanner(undefined);
  offered = undefined;
}

/** Whether a text is among the steps of a history, so that nothing of it is lost. */
function leadsFrom({ past, present, future }: History, text: string): boolean {
  return [...past, present, ...future].some((step) => step.text === text);
}
