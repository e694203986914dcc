import "./viewer.css";
import { ChevronLeft, Ellipsis } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { sourceOf, titleOf } from "../../editor/header.ts";
import { blockTitle } from "../../scene/title.ts";
import { BannerBar } from "../banner-bar.tsx";
import { Boundary } from "../boundary.tsx";
import { COMMANDS } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { Mark } from "../mark.tsx";
import { currentText, useEditor } from "../store.ts";
import { useResolvedTheme } from "../theme.ts";
import { ViewerFigure } from "./viewer-figure.tsx";
import { ViewerSheet } from "./viewer-sheet.tsx";

/** Free room of a figure at both sides of the screen, which the scene has around it anyway. */
const MARGINS = 40;

/** A document to look at on a telephone: its figure in rows, and a sheet that says what is tapped. */
export function ViewerScreen(): ReactNode {
  const reading = useEditor((state) => state.reading);
  const [shows, setShows] = useState<"figure" | "text">("figure");
  useRowsOfScreen();
  return (
    <div className="viewer">
      <ViewerHeader />
      <BannerBar />
      <main className="viewer-main" aria-label="Diagram">
        <Boundary what="The picture">
          {shows === "text" && (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls takes the focus
            <section className="viewer-text" tabIndex={0} aria-label="Text">
              <pre className="mono">{currentText()}</pre>
            </section>
          )}
          {shows === "figure" && reading !== undefined && <ViewerFigure reading={reading} />}
        </Boundary>
      </main>
      {reading !== undefined && (
        <ViewerSheet
          reading={reading}
          shows={shows}
          show={() => setShows(shows === "text" ? "figure" : "text")}
        />
      )}
    </div>
  );
}

/** The width of the screen is the width of the rows, until it is the editor's turn. */
function useRowsOfScreen(): void {
  const showRows = useEditor((state) => state.showRows);
  useEffect(() => {
    const measure = (): void => showRows(Math.max(200, innerWidth - MARGINS));
    measure();
    addEventListener("resize", measure);
    return () => {
      removeEventListener("resize", measure);
      showRows(undefined);
    };
  }, [showRows]);
}

function ViewerHeader(): ReactNode {
  const document = useEditor((state) => state.reading?.document);
  const trail = useEditor((state) => state.trail);
  const leaveTo = useEditor((state) => state.leaveTo);
  const title = document === undefined ? "Axisloom" : titleOf(document);
  const block = trail.at(-1);
  const source = document && sourceOf(document);
  return (
    <header className="viewer-header">
      {block === undefined ? (
        <Mark />
      ) : (
        <Button
          className="icon-button"
          aria-label={`Back to ${trail.length > 1 ? blockTitle(trail.at(-2) ?? "") : title}`}
          onPress={() => leaveTo(trail.length - 1)}
        >
          <ChevronLeft />
        </Button>
      )}
      <div className="viewer-title">
        <h1>{block === undefined ? title : blockTitle(block)}</h1>
        <p className="small hint">{block === undefined ? source : title}</p>
      </div>
      <ViewerMenu />
    </header>
  );
}

function ViewerMenu(): ReactNode {
  const theme = useResolvedTheme();
  const { showDialog, setTheme } = useFrame.getState();
  const other = theme === "light" ? "dark" : "light";
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="More">
        <Ellipsis />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" aria-label="More">
          <MenuItem className="menu-item" onAction={() => showDialog("gallery")}>
            Gallery…
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.specimens.run}>
            {COMMANDS.specimens.title}
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.open.run}>
            {COMMANDS.open.title}
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.save.run}>
            {COMMANDS.save.title}
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.export.run}>
            {COMMANDS.export.title}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => setTheme(other)}>
            {other === "dark" ? "Dark theme" : "Light theme"}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
