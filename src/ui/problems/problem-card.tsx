import "./problems.css";
import { CircleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Rect } from "../../draw/path.ts";
import type { Reading } from "../../editor/reading.ts";
import { linkedCanvas } from "../adding/canvas-link.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { useEditor } from "../store.ts";
import { closeProblemCard, problemsAt, selectedNode, useProblemCard } from "./problem-store.ts";

/** What is wrong at an operation, below the figure, with a line that leads to it. */
export function ProblemCard({ reading }: { readonly reading: Reading }): ReactNode {
  const shown = useProblemCard((state) => state.shown);
  const selection = useEditor((state) => state.selection);
  const node = reading.scene.nodes.find(({ id }) => id === shown?.node);
  const isSelected = selectedNode(reading, selection)?.id === shown?.node;
  const problems = node === undefined ? [] : problemsAt(reading, node);
  const [problem] = problems;
  const isOpen = problem !== undefined && isSelected;
  useEffect(() => {
    if (shown !== undefined && !isOpen) closeProblemCard();
  }, [shown, isOpen]);
  if (node === undefined || shown === undefined || !isOpen) return null;
  const { line } = problem.span;
  return (
    <Placed bounds={node.bounds} figure={reading.scene.bounds}>
      <Card by={shown.by} key={problem.diagnostic.title}>
        <div className="problem-head">
          <CircleAlert aria-hidden="true" />
          <h2>
            <InlineText text={problem.diagnostic.title} />
          </h2>
          <button
            type="button"
            className="icon-button"
            data-small
            aria-label="Close"
            onClick={leave}
          >
            <X />
          </button>
        </div>
        {problem.diagnostic.why.length > 0 && (
          <p>
            <InlineText text={problem.diagnostic.why.join(" ")} />
          </p>
        )}
        <div className="problem-foot">
          <button
            type="button"
            className="button"
            data-kind="outline"
            data-small
            onClick={() => useFrame.getState().goToSpan(problem.span)}
          >
            Go to line {line}
          </button>
          {problems.length > 1 && (
            <span className="hint small">{problems.length} problems here</span>
          )}
        </div>
      </Card>
    </Placed>
  );
}

/** Closes the card and gives the focus back to what is selected. */
function leave(): void {
  closeProblemCard();
  document.querySelector<HTMLElement>(".focus-target")?.focus({ preventScroll: true });
}

/** How far from the figure the card stands. */
const GAP = 24;

/** About how high the card is, in pixels. */
const HEIGHT = 140;

/** Whether the card would be cut off below the figure, and less so above it. */
function hasMoreRoomAbove(figure: Rect): boolean {
  const canvas = linkedCanvas();
  if (canvas === undefined) return false;
  // What is seen has half as much again on each side.
  const { y, height } = canvas.around();
  const below = y + 0.75 * height - (figure.y + figure.height);
  const above = figure.y - (y + 0.25 * height);
  return below < GAP + HEIGHT / canvas.zoom() && above > below;
}

function Placed({
  bounds,
  figure,
  children,
}: {
  readonly bounds: Rect;
  readonly figure: Rect;
  readonly children: ReactNode;
}): ReactNode {
  const x = bounds.x + bounds.width / 2;
  const isAbove = hasMoreRoomAbove(figure);
  const from = isAbove ? bounds.y : bounds.y + bounds.height;
  const to = isAbove ? figure.y - GAP : figure.y + figure.height + GAP;
  return (
    <>
      <svg className="overlay problem-leader" width="1" height="1" aria-hidden="true">
        <path d={`M${x} ${from}V${to}`} />
      </svg>
      <div
        className="problem-place"
        data-above={isAbove || undefined}
        style={{ transform: `translate(${x}px, ${to}px)` }}
      >
        {children}
      </div>
    </>
  );
}

function Card({
  by,
  children,
}: {
  readonly by: "key" | "pointer";
  readonly children: ReactNode;
}): ReactNode {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (by === "key") card.current?.querySelector<HTMLElement>(".problem-foot button")?.focus();
  }, [by]);
  return (
    <section
      ref={card}
      className="problem-card nodrag nopan nowheel"
      aria-label="What is wrong here"
      onKeyDown={(event) => {
        // Keys of the whole editor, such as F8 and undo, go on.
        if (event.ctrlKey || event.metaKey || /^F\d/.test(event.key)) return;
        event.stopPropagation();
        if (event.key === "Escape") leave();
      }}
    >
      {children}
    </section>
  );
}
