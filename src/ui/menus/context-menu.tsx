import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode, useRef } from "react";
import {
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  SubmenuTrigger,
} from "react-aria-components";
import { flushSync } from "react-dom";
import { chordLabel } from "../../browser/platform.ts";
import type { Rect } from "../../draw/path.ts";
import type { Reading } from "../../editor/reading.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import type { Command } from "../commands.ts";
import { useEditor } from "../store.ts";
import { contextEntries, type Entry } from "./context-entries.ts";
import { useContextMenu } from "./menu-store.ts";

/** The one menu of the canvas, at the pointer or at what has the focus. */
export function ContextMenu({ reading }: { readonly reading: Reading }): ReactNode {
  const at = useContextMenu((state) => state.at);
  return at === undefined ? null : <OpenMenu reading={reading} at={at} />;
}

function OpenMenu({ reading, at }: { readonly reading: Reading; readonly at: Rect }): ReactNode {
  const anchor = useRef<HTMLSpanElement>(null);
  const selection = useEditor((state) => state.selection);
  const groups = contextEntries(reading, selection).filter((group) => group.length > 0);
  return (
    <>
      <span
        ref={anchor}
        className="adding-anchor"
        style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
      />
      <Popover
        className="popover"
        aria-label="Menu of the selection"
        triggerRef={anchor}
        placement="bottom start"
        offset={2}
        isOpen
        onOpenChange={close}
      >
        <Menu className="menu" aria-label={MENU_NAMES[selection.kind]} autoFocus="first">
          {groups.map((group, at) => (
            <Fragment key={group[0]?.title}>
              {at > 0 && <Separator className="menu-separator" />}
              <MenuSection aria-label={`Group ${at + 1}`}>
                {group.map((entry) =>
                  "run" in entry ? (
                    <Row key={entry.title} command={entry} />
                  ) : (
                    <MenuOfMore key={entry.title} entry={entry} />
                  ),
                )}
              </MenuSection>
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function MenuOfMore({
  entry: { title, commands },
}: {
  readonly entry: Exclude<Entry, Command>;
}): ReactNode {
  return (
    <SubmenuTrigger>
      <MenuItem id={title} className="menu-item" textValue={title}>
        {title}
        <ChevronRight className="menu-more" aria-hidden="true" />
      </MenuItem>
      <Popover className="popover" offset={-2}>
        <Menu className="menu" aria-label={title}>
          {commands.map((command) => (
            <Row key={command.title} command={command} />
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  );
}

function Row({ command: { title, chord, run } }: { readonly command: Command }): ReactNode {
  return (
    <MenuItem
      id={title}
      className="menu-item"
      textValue={title}
      onAction={() => {
        close();
        run();
      }}
    >
      {title}
      {chord !== "" && <span className="keys">{chordLabel(chord)}</span>}
    </MenuItem>
  );
}

const MENU_NAMES = {
  diagram: "Diagram",
  operation: "Operation",
  array: "Array",
  strand: "Axis",
} as const;

function close(): void {
  flushSync(() => useContextMenu.setState({ at: undefined }));
  focusCanvas();
}
