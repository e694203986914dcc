import "./theme.css";
import "./base.css";
import "./frame.css";
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from "react";
import { readFile } from "../browser/files.ts";
import { titleOf } from "../editor/header.ts";
import { Carried } from "./adding/carried.tsx";
import { OfferPopover } from "./adding/offer-popover.tsx";
import { BannerBar } from "./banner-bar.tsx";
import { handToCanvas, useFocusOnOpening } from "./canvas/canvas-focus.ts";
import { paperStyle } from "./canvas/paper-style.ts";
import { pressKey } from "./commands.ts";
import { BadFileDialog } from "./dialogs/bad-file-dialog.tsx";
import { FrameLayout } from "./frame-layout.tsx";
import { useFrame } from "./frame-store.ts";
import { LiveRegion } from "./live-region.tsx";
import { openChosen } from "./open-file.ts";
import { Palette } from "./palette/palette.tsx";
import { useEditor } from "./store.ts";
import { ChoicePopover } from "./structure/choice-popover.tsx";
import { LoopPopover } from "./structure/loop-popover.tsx";
import { useResolvedTheme, useThemeOnPage } from "./theme.ts";
import { TopBar } from "./top-bar.tsx";
import { useFrameWidth } from "./use-frame-width.ts";

const ExportDialog = lazy(async () => ({
  default: (await import("./dialogs/export-dialog.tsx")).ExportDialog,
}));
const KeysDialog = lazy(async () => ({
  default: (await import("./dialogs/keys-dialog.tsx")).KeysDialog,
}));
const HelpDialog = lazy(async () => ({
  default: (await import("./dialogs/help-dialog.tsx")).HelpDialog,
}));
const HistoryDialog = lazy(async () => ({
  default: (await import("./history/history-dialog.tsx")).HistoryDialog,
}));
const ViewerScreen = lazy(async () => ({
  default: (await import("./viewer/viewer-screen.tsx")).ViewerScreen,
}));
const SpecimensScreen = lazy(async () => ({
  default: (await import("./specimens/specimens-screen.tsx")).SpecimensScreen,
}));
const GalleryScreen = lazy(async () => ({
  default: (await import("./dialogs/gallery-screen.tsx")).GalleryScreen,
}));

/** The whole editor. */
export function App(): ReactNode {
  useThemeOnPage();
  useDrop();
  useTitle();
  const theme = useResolvedTheme();
  const style = useMemo(() => paperStyle(theme), [theme]);
  const dialog = useFrame((frame) => frame.dialog);
  const isViewer = useIsViewer();
  return (
    <div className="app" style={style}>
      {isViewer ? (
        <Suspense>
          <ViewerScreen />
        </Suspense>
      ) : (
        <Editor />
      )}
      <Suspense>
        {dialog === "export" && <ExportDialog />}
        {dialog === "keys" && <KeysDialog />}
        {dialog === "help" && <HelpDialog />}
        {dialog === "history" && <HistoryDialog />}
        {dialog === "gallery" && <GalleryScreen />}
        {dialog === "specimens" && <SpecimensScreen />}
        {dialog === "palette" && <Palette />}
      </Suspense>
      <OfferPopover />
      <LoopPopover />
      <ChoicePopover />
      <Carried />
      <BadFileDialog />
      <LiveRegion />
    </div>
  );
}

/** Everything but dialogs, with its keys. */
function Editor(): ReactNode {
  useFocusOnOpening();
  useKeys();
  return (
    <>
      <a className="skip-link" href="#canvas">
        Go to the canvas
      </a>
      <TopBar />
      <BannerBar />
      <FrameLayout />
    </>
  );
}

/** A telephone opens as a viewer until its user wants to edit. */
function useIsViewer(): boolean {
  const width = useFrameWidth();
  const isEditing = useFrame((frame) => frame.isEditing);
  return width === "telephone" && !isEditing;
}

function useKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector("[role=dialog]") !== null) return;
      if (pressKey(event) || handToCanvas(event)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function useDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      readFile(file).then(openChosen, (error: Error) =>
        useFrame.getState().showBadFile({ name: file.name, says: error.message }),
      );
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, []);
}

function useTitle(): void {
  const title = useEditor(({ reading }) => reading && titleOf(reading.document));
  useEffect(() => {
    document.title = title === undefined ? "Axisloom" : `${title} · Axisloom`;
  }, [title]);
}
