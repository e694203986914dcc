import { chooseFile, downloadFile } from "../browser/files.ts";
import { isChord } from "../browser/platform.ts";
import { fileStem, titleOf } from "../editor/header.ts";
import { drawnAs } from "../editor/place-of.ts";
import { type Problem, placesOf } from "../editor/problems.ts";
import type { Reading } from "../editor/reading.ts";
import type { Selection } from "../editor/selection.ts";
import { selectNode } from "../editor/walk.ts";
import { openHelp } from "./dialogs/help-subject.ts";
import { openFind } from "./find/find-store.ts";
import { type FramePart, useFrame } from "./frame-store.ts";
import { redo, undo } from "./history/travel.ts";
import { openChosen } from "./open-file.ts";
import { explainSelected } from "./problems/problem-store.ts";
import { currentText, problemsOf, useEditor } from "./store.ts";

/** Something that a key, a menu and a button can all do. */
export interface Command {
  readonly title: string;
  /** `Mod` is ⌘ on the Mac and Ctrl elsewhere. */
  readonly chord: string;
  run(): void;
  /** False where the key has a meaning of the browser's that goes before. */
  hasKey?(): boolean;
}

/** Commands that work everywhere in the editor. */
export const COMMANDS = {
  open: { title: "Open a file…", chord: "Mod-O", run: () => void openFile() },
  save: { title: "Save as .ncd", chord: "Mod-S", run: saveFile },
  export: { title: "Export…", chord: "Mod-E", run: () => useFrame.getState().showDialog("export") },
  palette: {
    title: "Search or run a command",
    chord: "Mod-K",
    run: () => useFrame.getState().showDialog("palette"),
  },
  find: { title: "Find in the diagram", chord: "Mod-F", run: openFind },
  undo: { title: "Undo", chord: "Mod-Z", run: undo },
  redo: { title: "Redo", chord: "Shift-Mod-Z", run: redo },
  history: { title: "History…", chord: "", run: () => useFrame.getState().showDialog("history") },
  nextProblem: { title: "Next problem", chord: "F8", run: () => goToProblem(1) },
  explainProblem: {
    title: "What is wrong here",
    chord: "Mod-.",
    run: () => explainSelected("key"),
  },
  previousProblem: { title: "Previous problem", chord: "Shift-F8", run: () => goToProblem(-1) },
  nextRegion: {
    title: "Next region",
    chord: "F6",
    run: () => goToRegion(1),
    hasKey: () => !isLastRegion(1),
  },
  previousRegion: {
    title: "Previous region",
    chord: "Shift-F6",
    run: () => goToRegion(-1),
    hasKey: () => !isLastRegion(-1),
  },
  library: { title: "Library", chord: "Mod-B", run: () => toggle("library") },
  inspector: { title: "Inspector", chord: "Mod-I", run: () => toggle("inspector") },
  panel: { title: "Panel", chord: "Mod-J", run: () => toggle("panel") },
  specimens: {
    title: "Notation specimens",
    chord: "",
    run: () => useFrame.getState().showDialog("specimens"),
  },
  help: { title: "Help on operations and messages", chord: "F1", run: openHelp },
  keys: { title: "Keys", chord: "?", run: () => useFrame.getState().showDialog("keys") },
} as const satisfies Record<string, Command>;

/** Runs the command of a key event; true when there was one. */
export function pressKey(event: KeyboardEvent): boolean {
  if (isChord(event, "Mod-Y")) {
    redo();
    return true;
  }
  const command: Command | undefined = Object.values(COMMANDS).find(({ chord }) =>
    matches(event, chord),
  );
  if (command === undefined || command.hasKey?.() === false) return false;
  command.run();
  return true;
}

function matches(event: KeyboardEvent, chord: string): boolean {
  if (chord !== "?") return isChord(event, chord);
  return event.key === "?" && !event.ctrlKey && !event.metaKey && !isTextField(event.target);
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select"))
  );
}

async function openFile(): Promise<void> {
  const { showBadFile } = useFrame.getState();
  try {
    const file = await chooseFile();
    if (file !== null) openChosen(file);
  } catch (error) {
    const says = error instanceof Error ? error.message : "The file could not be read.";
    showBadFile({ name: "The file", says });
  }
}

/** Saves to the file on disk if there is one, else hands out the text as it stands. */
function saveFile(): void {
  const { savesTo, say } = useFrame.getState();
  if (savesTo !== undefined) {
    savesTo.saveNow();
    say(`Saved to ${savesTo.name}.`);
    return;
  }
  downloadFile(`${currentStem()}.ncd`, currentText(), "text/plain");
  say("Saved a copy.");
}

/** The file name without its ending: that of the file, else made of the title. */
export function currentStem(): string {
  const { name, reading } = useEditor.getState();
  return name ?? (reading === undefined ? "diagram" : fileStem(titleOf(reading.document)));
}

function toggle(part: FramePart): void {
  const { folded, fold } = useFrame.getState();
  fold(part, !folded.has(part));
}

let lastProblem = -1;

function goToProblem(step: 1 | -1): void {
  const problems = problemsOf(useEditor.getState().reading);
  if (problems.length === 0) {
    useFrame.getState().say("No problems.");
    return;
  }
  lastProblem = (lastProblem + step + problems.length) % problems.length;
  const problem = problems[lastProblem];
  if (problem === undefined) return;
  showProblem(problem);
  explainSelected("pointer");
  useFrame.getState().say(`Line ${problem.span.line}: ${problem.diagnostic.title}`);
}

/** Selects what a problem stands at, in text and picture. */
export function showProblem(problem: Problem): void {
  const { reading, select } = useEditor.getState();
  const { goToSpan, reveal } = useFrame.getState();
  goToSpan(problem.span);
  if (reading === undefined) return;
  // A line of sizes is not drawn, so the picture shows where they do not fit.
  const [selection] = placesOf(problem).flatMap(
    ({ node, part }) => selectionOfNode(reading, node, part) ?? [],
  );
  if (selection === undefined) return;
  select(selection);
  reveal();
}

/** A selection of the place that a node of the document has in the picture. */
export function selectionOfNode(
  reading: Reading,
  node: string,
  part?: string,
): Selection | undefined {
  const place = drawnAs(reading, node, part);
  return place === undefined ? undefined : selectNode(place);
}

const REGIONS = ["#top-bar", "#library", "#canvas", "#inspector", "#panel"];

function regionsNow(): {
  readonly regions: readonly HTMLElement[];
  /** The one with the focus; -1 when it is elsewhere. */
  readonly here: number;
} {
  const regions = REGIONS.flatMap((query) => {
    const region = document.querySelector<HTMLElement>(query);
    return region === null || region.closest("[inert]") !== null ? [] : [region];
  });
  return { regions, here: regions.findIndex((each) => each.contains(document.activeElement)) };
}

/** After the last region the key goes on to those of the browser. */
function isLastRegion(step: 1 | -1): boolean {
  const { regions, here } = regionsNow();
  return here >= 0 && here === (step === 1 ? regions.length - 1 : 0);
}

function goToRegion(step: 1 | -1): void {
  const { regions, here } = regionsNow();
  const next = regions[(here + step + regions.length) % regions.length];
  const inside = next?.matches("[tabindex='0']")
    ? next
    : next?.querySelector<HTMLElement>(
        "[tabindex='0'], button:not([disabled]), input, [contenteditable='true']",
      );
  inside?.focus();
}
