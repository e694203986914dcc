import "./find.css";
import { ChevronDown, ChevronUp, Search, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { chordLabel } from "../../browser/platform.ts";
import type { Reading } from "../../editor/reading.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useFrame } from "../frame-store.ts";
import { IconButton } from "../icon-button.tsx";
import { useEditor } from "../store.ts";
import { closeFind, emptyText, findIn, goToFound, placeAmong, useFind } from "./find-store.ts";

/** How long typing rests before the number of things found is said, in milliseconds. */
const IDLE = 400;

/** The bar at the top of the canvas that searches the picture. */
export function FindBar({ reading }: { readonly reading: Reading }): ReactNode {
  const query = useFind((state) => state.query);
  return query === undefined ? null : <OpenBar reading={reading} query={query} />;
}

function OpenBar({
  reading,
  query,
}: {
  readonly reading: Reading;
  readonly query: string;
}): ReactNode {
  const field = useRef<HTMLInputElement>(null);
  const asked = useFind((state) => state.asked);
  const selection = useEditor((state) => state.selection);
  const found = findIn(reading, query);
  const here = placeAmong(found, selection);
  const isEmpty = query.trim() !== "" && found.length === 0;
  // Asking again comes back to the field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => field.current?.select(), [asked]);
  // The one that was gone to is said instead.
  const isOne = here >= 0;
  const says = isEmpty ? emptyText(query) : `${found.length} found.`;
  useEffect(() => {
    if (query.trim() === "" || isOne) return;
    const timer = setTimeout(() => useFrame.getState().say(says), IDLE);
    return () => clearTimeout(timer);
  }, [says, query, isOne]);
  return (
    <search className="find-bar" aria-label="Find in the diagram" onKeyDown={press}>
      <div className="field">
        <Search aria-hidden="true" />
        <input
          ref={field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          placeholder="Array, axis, operation or value"
          aria-label="Find in the diagram"
          value={query}
          onChange={(event) => useFind.setState({ query: event.target.value })}
        />
      </div>
      <span className="find-count" data-empty={isEmpty || undefined}>
        {isEmpty ? emptyText(query) : countText(query, here, found.length)}
      </span>
      <IconButton
        small
        name="Previous"
        keys={chordLabel("Shift-Enter")}
        isDisabled={found.length === 0}
        onPress={() => goToFound(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton
        small
        name="Next"
        keys="Enter"
        isDisabled={found.length === 0}
        onPress={() => goToFound(1)}
      >
        <ChevronDown />
      </IconButton>
      <IconButton small name="Close find" keys="Esc" onPress={close}>
        <X />
      </IconButton>
    </search>
  );
}

function countText(query: string, here: number, count: number): string {
  if (query.trim() === "") return "";
  return here < 0 ? `${count} found` : `${here + 1} of ${count}`;
}

function press(event: KeyboardEvent<HTMLElement>): void {
  const isField = event.target instanceof HTMLInputElement;
  if (event.key === "Escape") close();
  else if (event.key === "Enter" && isField) goToFound(event.shiftKey ? -1 : 1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function close(): void {
  closeFind();
  focusCanvas();
}
