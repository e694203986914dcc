import "./renaming.css";
import { ViewportPortal } from "@xyflow/react";
import {
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { textSize } from "../../draw/theme.ts";
import type { Reading } from "../../editor/reading.ts";
import { focusCanvas } from "../canvas/canvas-focus.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { useEditor } from "../store.ts";
import { carryOut } from "./carry-out.ts";
import { MergeQuestion } from "./merge-question.tsx";
import { axisBeside, keyOf, type Named, type NamePlace, placeOfName } from "./name-places.ts";
import { nameOf, type Renamed, rename } from "./rename.ts";
import { type FirstName, useRenaming } from "./renaming-store.ts";

/** The field in the place of a name, while something is renamed. */
export function RenamingLayer({ reading }: { readonly reading: Reading }): ReactNode {
  const named = useRenaming((state) => state.named);
  const place = named && placeOfName(reading, named);
  const isGone = named !== undefined && place === undefined;
  useEffect(() => {
    if (isGone) useRenaming.getState().stop();
  }, [isGone]);
  if (place === undefined) return null;
  return (
    <ViewportPortal>
      <RenameField key={keyOf(place.named)} reading={reading} place={place} />
    </ViewportPortal>
  );
}

/** What stands below the field: why not, or whether two axes are one. */
type Answer = Extract<Renamed, { kind: "refused" | "asks" }>;

/** What the field is called, before the name that is there. */
const TITLES = {
  axis: "Name of axis",
  array: "Name of array",
  block: "Name of block",
  loop: "Count or axis of the loop",
} as const;

function RenameField({
  reading,
  place,
}: {
  readonly reading: Reading;
  readonly place: NamePlace;
}): ReactNode {
  const { named, role } = place;
  const name = nameOf(reading, named);
  const { size } = useRenaming.getState();
  const [text, setText] = useState(() => (size === undefined ? name : `${name} = ${size}`));
  const [answer, setAnswer] = useState<Answer>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    const { size: asked } = useRenaming.getState();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(asked === undefined ? 0 : end - asked.length, end);
  }, []);

  const finish = (outcome: Renamed, then: (named: Named) => void): void => {
    if (outcome.kind === "refused" || outcome.kind === "asks") {
      setAnswer(outcome);
      useFrame.getState().say(outcome.says);
      return;
    }
    if (outcome.kind === "done") carryOut(named, outcome);
    then(outcome.kind === "done" ? outcome.named : named);
  };
  const settle = (then: (named: Named) => void): void => {
    const { reading: now } = useEditor.getState();
    const { first } = useRenaming.getState();
    if (first !== undefined) finish(accepted(first, text), then);
    else if (now !== undefined) finish(rename(now, named, text), then);
  };
  const leave = (): void => {
    useRenaming.getState().first?.giveUp();
    close();
  };
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && event.target === field.current) settle(close);
    else if (event.key === "Tab" && event.target === field.current && answer?.kind !== "asks") {
      settle((next) => goOn(next, event.shiftKey ? -1 : 1));
    } else return;
    event.preventDefault();
  };
  const keepTwo = (): void => {
    setAnswer(undefined);
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field and of its answers
    <div
      className="renaming nopan nodrag nowheel"
      data-role={role}
      data-anchor={place.anchor}
      style={{ left: place.x, top: place.y, fontSize: textSize(role) }}
      onKeyDown={press}
      onDoubleClick={stop}
      onCopy={stop}
      onCut={stop}
      onPaste={stop}
      onBlur={(event) => {
        const { named: now, stop: end } = useRenaming.getState();
        const isOver = now === undefined || keyOf(now) !== keyOf(named);
        if (isOver || answer !== undefined) return;
        if (!event.currentTarget.contains(event.relatedTarget)) settle(end);
      }}
    >
      <span className="renaming-room" data-text={text}>
        <input
          ref={field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          size={1}
          aria-label={`${TITLES[named.kind]} ${name}`}
          aria-invalid={answer?.kind === "refused"}
          aria-describedby={answer === undefined ? undefined : id}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAnswer(undefined);
          }}
        />
      </span>
      {answer !== undefined && (
        <AnswerCard
          id={id}
          answer={answer}
          merge={(merged) => finish(merged, close)}
          keepTwo={keepTwo}
        />
      )}
    </div>
  );
}

/** A sentence above the name, or below it where there is no room, and never over its strand. */
function AnswerCard({
  id,
  answer,
  merge,
  keepTwo,
}: {
  readonly id: string;
  readonly answer: Answer;
  merge(merged: Renamed): void;
  keepTwo(): void;
}): ReactNode {
  const card = useRef<HTMLDivElement>(null);
  const [isBelow, setBelow] = useState(false);
  const [beyond, setBeyond] = useState(0);
  useLayoutEffect(() => {
    const canvas = document.querySelector("#canvas")?.getBoundingClientRect();
    const own = card.current?.getBoundingClientRect();
    if (canvas === undefined || own === undefined) return;
    setBelow(own.top < canvas.top + ROOM);
    setBeyond(Math.max(0, own.right + MARGIN - canvas.right));
  }, []);
  return (
    <div
      ref={card}
      className="renaming-answer"
      data-kind={answer.kind}
      data-below={isBelow || undefined}
      style={{ left: `calc(${-beyond}px / var(--zoom, 1))` }}
    >
      <p id={id}>
        <InlineText text={answer.says} />
      </p>
      {answer.kind === "asks" && (
        <MergeQuestion
          what="axis"
          equation={answer.equation}
          merge={() => void merge(answer.merge())}
          keepTwo={keepTwo}
        />
      )}
    </div>
  );
}

/** How near the top of the canvas a card may come, in pixels. */
const ROOM = 48;

/** How near its right side. */
const MARGIN = 8;

/** A first name is the maker's to take. */
function accepted(first: FirstName, text: string): Renamed {
  const says = first.accept(text);
  return says === undefined ? { kind: "same" } : { kind: "refused", says };
}

/** What the canvas would take for its own stays in the field. */
function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}

/** Gives the focus back to what is selected in the picture. */
function close(): void {
  useRenaming.getState().stop();
  focusCanvas();
}

/** The next axis of the array, as long as there is one. */
function goOn(named: Named, step: 1 | -1): void {
  const { reading, select } = useEditor.getState();
  const next =
    reading === undefined || named.kind !== "axis" ? undefined : axisBeside(reading, named, step);
  if (next?.kind !== "axis") {
    close();
    return;
  }
  select({ ...next, kind: "strand" });
  useRenaming.getState().start(next);
}
