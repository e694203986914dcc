import { keptDocument, keptDocuments } from "../browser/kept-documents.ts";
import { loadServedFile, saveServedFile, servedToken } from "../browser/served-file.ts";
import { enterTab, tabDocument, wasCutShort } from "../browser/tab.ts";
import { textOf } from "../editor/state.ts";
import { FIRST_PRESET } from "./first-text.ts";
import { useFrame } from "./frame-store.ts";
import { historyOf, keepHistory, keepInStorage, keepSelection } from "./history/keeping.ts";
import { openKeptDocument } from "./history/open-kept.ts";
import { watchOtherTabs } from "./history/other-tab.ts";
import { holdDocument, holdNewDocument, ownDocument } from "./history/own-document.ts";
import { openText } from "./open-file.ts";
import { openPreset } from "./open-preset.ts";
import { type Editor, useEditor } from "./store.ts";

/** How long the text rests before it is kept, in milliseconds. */
const REST = 400;

/** How often the file on disk is looked at, in milliseconds. */
const WATCH = 2000;

/**
 * Opens what the page was asked for: the served file, else the preset in the address, else what
 * this browser kept, else the first preset. From then on every change is kept.
 */
export async function openFirst(): Promise<void> {
  const token = servedToken();
  if (token !== undefined && (await openServed(token))) return;
  const asked = new URLSearchParams(location.search).get("preset");
  if (asked === null || !(await openPreset(asked))) {
    if (!openKept()) await openPreset(FIRST_PRESET);
  }
  enterTab();
  forgetPreset();
  keepInBrowser();
}

/** Opens what this tab had before a reload, else what was saved last; false where nothing is kept. */
function openKept(): boolean {
  const kept = keptDocuments();
  const own = tabDocument();
  const found = kept.find(({ id }) => id === own) ?? kept[0];
  if (found === undefined) return false;
  openKeptDocument(found);
  if (wasCutShort()) tellRecovered();
  return true;
}

/** Shows the screen that stands in the address beside the document: `?specimens`. */
export function openAskedScreen(): void {
  const asked = new URLSearchParams(location.search);
  if (asked.has("specimens")) useFrame.getState().showDialog("specimens");
}

/** After a crash: what was kept is there again, with its steps. */
function tellRecovered(): void {
  const { showBanner, showDialog } = useFrame.getState();
  const dismiss = { title: "Dismiss", run: () => showBanner(undefined) };
  const show = { title: "Show history", run: () => showDialog("history") };
  const says = "Recovered up to your last edit.";
  showBanner({ kind: "note", says, actions: [show, dismiss] });
}

/** From now on the document is this browser's, so that a reload brings back what became of it. */
function forgetPreset(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has("preset")) return;
  address.searchParams.delete("preset");
  history.replaceState(history.state, "", address);
}

function keepInBrowser(): void {
  const { id } = ownDocument();
  if (keptDocument(id) === undefined) {
    holdDocument(id, "");
    keepInStorage();
  }
  onOpening((before) => {
    if (useFrame.getState().saveState === "saving") keepInStorage(before);
    holdNewDocument();
  });
  onRest(() => keepInStorage());
  onLeaving(keepSelection);
  watchOtherTabs();
}

async function openServed(token: string): Promise<boolean> {
  const file = await loadServedFile(token);
  if (file === undefined) return false;
  openText(file.text, file.name.replace(/\.ncd$/, ""), historyOf(file.text, { file: file.name }));
  let { version } = file;
  let saved = file.text;
  let asking = false;

  const offer = (onDisk: { readonly text: string; readonly version: string }): void => {
    asking = true;
    const done = (): void => {
      asking = false;
      version = onDisk.version;
      useFrame.getState().showBanner(undefined);
    };
    useFrame.getState().showBanner({
      kind: "warning",
      says: `${file.name} has changed on disk.`,
      actions: [
        {
          title: "Load it",
          run() {
            done();
            saved = onDisk.text;
            useEditor.getState().change(onDisk.text, "Loaded the file from disk");
          },
        },
        {
          title: "Keep mine",
          run() {
            done();
            saved = onDisk.text;
            void save();
          },
        },
      ],
    });
  };
  const save = async (): Promise<void> => {
    const text = textOf(useEditor.getState());
    if (text === saved || asking) {
      if (!asking) useFrame.getState().setSaveState("saved");
      return;
    }
    const answer = await saveServedFile(token, text, version);
    if (answer.kind === "saved") {
      version = answer.version;
      saved = text;
      keepHistory({ file: file.name });
      useFrame.getState().setSaveState("saved");
    } else {
      useFrame.getState().setSaveState("refused");
      if (answer.kind === "changed") offer(answer.file);
    }
  };
  onRest(() => void save());
  useFrame.getState().setSavesTo({ name: file.name, saveNow: () => void save() });
  setInterval(async () => {
    if (document.hidden || asking) return;
    const onDisk = await loadServedFile(token);
    if (onDisk !== undefined && onDisk.version !== version && !asking) {
      if (onDisk.text === textOf(useEditor.getState())) version = onDisk.version;
      else offer(onDisk);
    }
  }, WATCH);
  return true;
}

/** Runs as the page goes away, for what is selected is no change of the text and waits for none. */
function onLeaving(keep: () => void): void {
  let { history } = useEditor.getState();
  addEventListener("pagehide", () => {
    const now = useEditor.getState().history;
    if (now !== history) keep();
    history = now;
  });
}

/** Runs with what was there when another document is opened in its place. */
function onOpening(leave: (before: Editor) => void): void {
  useEditor.subscribe((state, before) => {
    if (state.opening !== before.opening) leave(before);
  });
}

/** Runs when the text has rested after a change, and at once when the page goes away. */
function onRest(keep: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keepNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    keep();
  };
  useEditor.subscribe((state, before) => {
    if (textOf(state) === textOf(before) && state.opening === before.opening) return;
    useFrame.getState().setSaveState("saving");
    clearTimeout(timer);
    timer = setTimeout(keepNow, REST);
  });
  addEventListener("pagehide", () => {
    if (timer !== undefined) keepNow();
  });
}
