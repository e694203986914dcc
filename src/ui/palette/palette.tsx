import "./palette.css";
import { type ReactNode, useMemo, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { keepPreference, keptPreference } from "../../browser/storage.ts";
import { plural } from "../../editor/speech.ts";
import { SearchList } from "../adding/search-list.tsx";
import { paperStyle } from "../canvas/paper-style.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";
import { useResolvedTheme } from "../theme.ts";
import { type Action, paletteGroups } from "./palette-groups.tsx";

/** One field for everything: add, find in the diagram, run a command, open from the gallery. */
export function Palette(): ReactNode {
  const reading = useEditor((state) => state.reading);
  const selection = useEditor((state) => state.selection);
  const theme = useResolvedTheme();
  const style = useMemo(() => paperStyle(theme), [theme]);
  const [query, setQuery] = useState("");
  const [recent] = useState(recentActions);
  const groups = useMemo(
    () => (reading === undefined ? [] : paletteGroups(reading, selection, query, recent)),
    [reading, selection, query, recent],
  );
  const close = (): void => useFrame.getState().showDialog(undefined);
  const count = groups.reduce((sum, group) => sum + group.entries.length, 0);
  return (
    <ModalOverlay className="scrim palette-scrim" isOpen isDismissable onOpenChange={close}>
      <Modal className="dialog-box palette-box" style={style}>
        <Dialog className="dialog" aria-label="Search or run a command">
          <SearchList
            autoFocus
            label="Search or run a command"
            placeholder="Search or run a command"
            query={query}
            groups={groups}
            empty={`Nothing named ${query.trim()}.`}
            onQuery={setQuery}
            onChoose={(entry) => {
              const action = groups
                .flatMap((group) => group.entries)
                .find(({ id }) => id === entry.id);
              close();
              if (action !== undefined) runAfterwards(action);
            }}
            aside={<span className="key">Esc</span>}
            foot={
              <>
                <span>
                  <span className="key">↑</span>
                  <span className="key">↓</span>choose
                </span>
                <span>
                  <span className="key">↵</span>run
                </span>
                <span className="end">{plural(count, "result")}</span>
              </>
            }
          />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Runs when the palette has gone and has given the focus back. */
function runAfterwards(action: Action): void {
  const used = [action.id, ...recentActions().filter((id) => id !== action.id)];
  keepPreference("recent actions", used.slice(0, 5).join("\n"));
  requestAnimationFrame(() => setTimeout(() => action.run()));
}

function recentActions(): readonly string[] {
  return (keptPreference("recent actions") ?? "").split("\n").filter((id) => id !== "");
}
