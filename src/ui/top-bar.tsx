import {
  BookOpen,
  ChevronDown,
  CircleQuestionMark,
  CloudCheck,
  Download,
  Eye,
  FileDown,
  FilePlus,
  FolderOpen,
  HardDrive,
  History as HistoryIcon,
  LayoutGrid,
  Monitor,
  Moon,
  Redo2,
  Search,
  Shapes,
  Sun,
  Undo2,
} from "lucide-react";
import type { ReactNode } from "react";
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Toolbar,
} from "react-aria-components";
import { chordLabel } from "../browser/platform.ts";
import { titleOf } from "../editor/header.ts";
import { COMMANDS } from "./commands.ts";
import { BLANK } from "./first-text.ts";
import { type ThemeChoice, useFrame } from "./frame-store.ts";
import { RecentItems } from "./history/recent-items.tsx";
import { redoTitle, undoTitle } from "./history/travel.ts";
import { IconButton } from "./icon-button.tsx";
import { Mark } from "./mark.tsx";
import { openText } from "./open-file.ts";
import { useEditor } from "./store.ts";
import { useFrameWidth } from "./use-frame-width.ts";

/** Title and save state on the left, what can be done on the right. */
export function TopBar(): ReactNode {
  const history = useEditor((state) => state.history);
  return (
    <header id="top-bar" className="top-bar">
      <Mark />
      <DocumentMenu />
      <SaveState />
      <Button
        className="palette-field"
        aria-label={COMMANDS.palette.title}
        onPress={COMMANDS.palette.run}
      >
        <Search />
        <span className="wide-only">{COMMANDS.palette.title}</span>
        <span className="key wide-only">{chordLabel(COMMANDS.palette.chord)}</span>
      </Button>
      <Toolbar className="tools" aria-label="Tools">
        <IconButton
          name={undoTitle(history)}
          keys={chordLabel("Mod-Z")}
          isDisabled={history.past.length === 0}
          onPress={COMMANDS.undo.run}
        >
          <Undo2 />
        </IconButton>
        <IconButton
          name={redoTitle(history)}
          keys={chordLabel("Shift-Mod-Z")}
          isDisabled={history.future.length === 0}
          onPress={COMMANDS.redo.run}
        >
          <Redo2 />
        </IconButton>
        <span className="bar" />
        <ViewButton />
        <ThemeMenu />
        <span className="wide-only">
          <IconButton name="Keys" keys="?" onPress={COMMANDS.keys.run}>
            <CircleQuestionMark />
          </IconButton>
        </span>
        <span className="bar" />
        <Button className="button" aria-label="Open" onPress={COMMANDS.open.run}>
          <FolderOpen />
          <span className="wide-only">Open</span>
        </Button>
        <Button
          className="button"
          data-kind="filled"
          aria-label="Export"
          onPress={COMMANDS.export.run}
        >
          <Download />
          <span className="wide-only">Export</span>
        </Button>
      </Toolbar>
    </header>
  );
}

/** On a telephone, the way back from the editor to the viewer. */
function ViewButton(): ReactNode {
  const width = useFrameWidth();
  const setEditing = useFrame((frame) => frame.setEditing);
  if (width !== "telephone") return null;
  return (
    <IconButton name="View" onPress={() => setEditing(false)}>
      <Eye />
    </IconButton>
  );
}

function DocumentMenu(): ReactNode {
  const title = useEditor((state) =>
    state.reading === undefined ? "Axisloom" : titleOf(state.reading.document),
  );
  const showDialog = useFrame((frame) => frame.showDialog);
  return (
    <MenuTrigger>
      <Button className="button title" aria-label={`${title}, diagram menu`}>
        <h1>{title}</h1>
        <ChevronDown />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu" aria-label="Diagram">
          <MenuItem className="menu-item" onAction={() => showDialog("gallery")}>
            <LayoutGrid />
            Gallery…
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.specimens.run}>
            <Shapes />
            {COMMANDS.specimens.title}
          </MenuItem>
          <MenuItem className="menu-item" onAction={() => openText(BLANK)}>
            <FilePlus />
            Blank diagram
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.open.run}>
            <FolderOpen />
            {COMMANDS.open.title}
            <span className="keys">{chordLabel(COMMANDS.open.chord)}</span>
          </MenuItem>
          <Separator className="menu-separator" />
          <RecentItems />
          <Separator className="menu-separator" />
          <HistoryItems />
          <Separator className="menu-separator" />
          <MenuItem className="menu-item" onAction={COMMANDS.save.run}>
            <FileDown />
            {COMMANDS.save.title}
            <span className="keys">{chordLabel(COMMANDS.save.chord)}</span>
          </MenuItem>
          <MenuItem className="menu-item" onAction={COMMANDS.export.run}>
            <Download />
            {COMMANDS.export.title}
            <span className="keys">{chordLabel(COMMANDS.export.chord)}</span>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** What undo and redo would do, and the way to all steps. */
function HistoryItems(): ReactNode {
  const history = useEditor((state) => state.history);
  return (
    <>
      <MenuItem
        className="menu-item"
        isDisabled={history.past.length === 0}
        onAction={COMMANDS.undo.run}
      >
        <Undo2 />
        {undoTitle(history)}
        <span className="keys">{chordLabel(COMMANDS.undo.chord)}</span>
      </MenuItem>
      <MenuItem
        className="menu-item"
        isDisabled={history.future.length === 0}
        onAction={COMMANDS.redo.run}
      >
        <Redo2 />
        {redoTitle(history)}
        <span className="keys">{chordLabel(COMMANDS.redo.chord)}</span>
      </MenuItem>
      <MenuItem className="menu-item" onAction={COMMANDS.help.run}>
        <BookOpen />
        {COMMANDS.help.title}
        <span className="keys">{chordLabel(COMMANDS.help.chord)}</span>
      </MenuItem>
      <MenuItem className="menu-item" onAction={COMMANDS.history.run}>
        <HistoryIcon />
        {COMMANDS.history.title}
      </MenuItem>
    </>
  );
}

function SaveState(): ReactNode {
  const state = useFrame((frame) => frame.saveState);
  const place = useFrame((frame) => frame.savesTo);
  if (state === "refused") {
    return (
      <p className="save-state warn">
        <HardDrive aria-hidden="true" />
        <span className="wide-only">Not saved</span>
      </p>
    );
  }
  const where = place === undefined ? "on this device" : `to ${place.name}`;
  return (
    <p className="save-state">
      <CloudCheck aria-hidden="true" />
      <span className="wide-only">{state === "saving" ? "Saving…" : `Saved ${where}`}</span>
    </p>
  );
}

const THEMES: readonly { readonly id: ThemeChoice; readonly title: string }[] = [
  { id: "light", title: "Light" },
  { id: "dark", title: "Dark" },
  { id: "system", title: "As the system" },
];

const THEME_ICONS = { light: Sun, dark: Moon, system: Monitor } as const;

function ThemeMenu(): ReactNode {
  const theme = useFrame((frame) => frame.theme);
  const setTheme = useFrame((frame) => frame.setTheme);
  const Icon = THEME_ICONS[theme];
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label="Theme">
        <Icon />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label="Theme"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[theme]}
          onSelectionChange={(keys) => {
            const chosen = THEMES.find(({ id }) => keys !== "all" && keys.has(id));
            if (chosen !== undefined) setTheme(chosen.id);
          }}
        >
          {THEMES.map(({ id, title }) => {
            const ThemeIcon = THEME_ICONS[id];
            return (
              <MenuItem key={id} id={id} className="menu-item">
                <ThemeIcon />
                {title}
              </MenuItem>
            );
          })}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
