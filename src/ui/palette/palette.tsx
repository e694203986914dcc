import "./palette.css";
import { type ReactNode, useMemo, useState } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { chordLabel, isModHeld } from "../../browser/platform.ts";
import { keepPreference, keptPreference } from "../../browser/storage.ts";
import { plural } from "../../editor/speech.ts";
import { useAdding } from "../adding/adding-store.ts";
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
            onKey={(event, active) => {
              const action = groups
                .flatMap((group) => group.entries)
                .find(({ id }) => id === active?.id);
              if (event.key === "Enter" && isModHeld(event)) {
                if (action !== undefined) runInPlace(action);
                setQuery("");
                return true;
              }
              if (event.key !== "Tab" || event.shiftKey || action?.first === undefined)
                return false;
              close();
              requestAnimationFrame(() => setTimeout(() => action.first?.()));
              return true;
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
                <span>
                  <span className="key">{chordLabel("Mod-↵")}</span>run and stay
                </span>
                <span>
                  <span className="key">Tab</span>set options first
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

/** Runs while the palette stays open, so that nothing else opens beside it. */
function runInPlace(action: Action): void {
  remember(action);
  action.run();
  useAdding.getState().show(undefined);
}

/** Runs when the palette has gone and has given the focus back. */
function runAfterwards(action: Action): void {
  remember(action);
  requestAnimationFrame(() => setTimeout(() => action.run()));
}

function remember({ id }: Action): void {
  const used = [id, ...recentActions().filter((other) => other !== id)];
  keepPreference("recent actions", used.slice(0, 5).join("\n"));
}

function recentActions(): readonly string[] {
  return (keptPreference("recent actions") ?? "").split("\n").filter((id) => id !== "");
}
