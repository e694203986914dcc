import { create } from "zustand";
import { keepPreference, keptPreference } from "../browser/storage.ts";
import type { Span } from "../document/diagnostic.ts";

/** Light, dark, or as the system says. */
export type ThemeChoice = "light" | "dark" | "system";

/** Parts of the frame that can be folded away. */
export type FramePart = "library" | "inspector" | "panel";

/** What can lie over the frame; one at a time. */
export type DialogName =
  | "export"
  | "help"
  | "keys"
  | "gallery"
  | "history"
  | "palette"
  | "specimens";

/** Tabs of the library and of the panel below the canvas. */
export type LibraryTab = "add" | "outline" | "gallery";
export type PanelTab = "text" | "problems" | "sizes";

/** How the last attempt to keep the document went. */
export type SaveState = "saved" | "saving" | "refused";

/** A sentence under the top bar with what can be done about it. */
export interface Banner {
  readonly says: string;
  readonly kind: "note" | "warning";
  readonly actions: readonly { readonly title: string; run(): void }[];
}

/** A sentence at the foot of the canvas, said once. */
export interface Notice {
  readonly says: string;
  readonly action?: { readonly title: string; run(): void };
}

/** A file that could not be taken as it is. */
export interface BadFile {
  readonly name: string;
  readonly says: string;
  /** The text that could be read in spite of it. */
  readonly readable?: string;
}

/** What the frame shows; remembered per browser where it is a preference, never in the document. */
export interface Frame {
  readonly theme: ThemeChoice;
  readonly libraryTab: LibraryTab;
  readonly panelTab: PanelTab;
  readonly dialog: DialogName | undefined;
  /** What the help is opened at: the name of an operation, or the code of a message. */
  readonly helpEntry: string | undefined;
  readonly badFile: BadFile | undefined;
  readonly banner: Banner | undefined;
  readonly notice: Notice | undefined;
  readonly folded: ReadonlySet<FramePart>;
  /** Whether a telephone shows the editor; it opens as a viewer. */
  readonly isEditing: boolean;
  readonly saveState: SaveState;
  /** The file on disk that is saved to; absent where the browser keeps the document. */
  readonly savesTo: { readonly name: string; saveNow(): void } | undefined;
  /** What the live region says; `count` makes equal messages new. */
  readonly spoken: { readonly says: string; readonly count: number };
  /** Goes up when the selection was made elsewhere and the canvas is to show it. */
  readonly revealed: number;
  /** Where the text panel is asked to go; a new object for each time. */
  readonly asked: { readonly span: Span } | undefined;
  setTheme(theme: ThemeChoice): void;
  showLibrary(tab: LibraryTab): void;
  showPanel(tab: PanelTab): void;
  showDialog(dialog: DialogName | undefined): void;
  showHelp(entry: string | undefined): void;
  showBadFile(file: BadFile | undefined): void;
  showBanner(banner: Banner | undefined): void;
  showNotice(notice: Notice | undefined): void;
  setEditing(isEditing: boolean): void;
  fold(part: FramePart, isFolded: boolean): void;
  setSaveState(state: SaveState): void;
  setSavesTo(file: Frame["savesTo"]): void;
  say(says: string): void;
  reveal(): void;
  goToSpan(span: Span): void;
}

/** The store of the frame around the document. */
export const useFrame = create<Frame>()((set, get) => ({
  theme: themeOf(keptPreference("theme")),
  libraryTab: "add",
  panelTab: "text",
  dialog: undefined,
  helpEntry: undefined,
  badFile: undefined,
  banner: undefined,
  notice: undefined,
  folded: new Set(),
  isEditing: false,
  saveState: "saved",
  savesTo: undefined,
  spoken: { says: "", count: 0 },
  revealed: 0,
  asked: undefined,
  setTheme(theme) {
    keepPreference("theme", theme);
    set({ theme });
  },
  showLibrary: (libraryTab) => set({ libraryTab }),
  showPanel: (panelTab) => set({ panelTab }),
  showDialog: (dialog) => set({ dialog }),
  showHelp: (helpEntry) => set({ dialog: "help", helpEntry }),
  showBadFile: (badFile) => set({ badFile }),
  showBanner: (banner) => set({ banner }),
  showNotice: (notice) => set({ notice }),
  setEditing: (isEditing) => set({ isEditing }),
  fold(part, isFolded) {
    const { folded } = get();
    if (folded.has(part) === isFolded) return;
    const others = [...folded].filter((each) => each !== part);
    set({ folded: new Set(isFolded ? [...others, part] : others) });
  },
  setSaveState: (saveState) => set({ saveState }),
  setSavesTo: (savesTo) => set({ savesTo }),
  goToSpan: (span) => set({ asked: { span }, panelTab: "text" }),
  reveal: () => set({ revealed: get().revealed + 1 }),
  say: (says) => set({ spoken: { says, count: get().spoken.count + 1 } }),
}));

function themeOf(kept: string | undefined): ThemeChoice {
  return kept === "light" || kept === "dark" ? kept : "system";
}
