import "./problems.css";
import { CircleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Rect } from "../../draw/path.ts";
import { type Problem, reasonsOf } from "../../editor/problems.ts";
import type { Reading } from "../../editor/reading.ts";
import { linkedCanvas } from "../adding/canvas-link.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { useEditor } from "../store.ts";
import { FixButtons } from "./fix-buttons.tsx";
import { fixesFor } from "./fixing.ts";
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
  const fixes = fixesFor(reading, problem);
  return (
    <Placed
      bounds={node.bounds}
      figure={reading.scene.bounds}
      height={HEIGHT + FIX_HEIGHT * fixes.length}
    >
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
        {reasonsOf(problem) !== "" && (
          <p>
            <InlineText text={reasonsOf(problem)} />
          </p>
        )}
        <FixButtons reading={reading} fixes={fixes} onDone={leave} />
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
          {problem.shows !== undefined && (
            <button
              type="button"
              className="button"
              data-kind="outline"
              data-small
              onClick={() => showOther(problem)}
            >
              Show line {problem.shows.span.line}
            </button>
          )}
          {problems.length > 1 && (
            <span className="hint small">{problems.length} problems here</span>
          )}
        </div>
      </Card>
    </Placed>
  );
}

/** Goes to where a problem shows that another line has made. */
function showOther({ shows }: Problem): void {
  if (shows !== undefined) useFrame.getState().goToSpan(shows.span);
}

/** Closes the card and gives the focus back to what is selected. */
function leave(): void {
  closeProblemCard();
  document.querySelector<HTMLElement>(".focus-target")?.focus({ preventScroll: true });
}

/** How far from the figure the card stands. */
const GAP = 24;

/** About how high the card is without its fixes, and how much each of them adds, in pixels. */
const HEIGHT = 130;
const FIX_HEIGHT = 32;

/** How wide the card is, and how much of it stands left of where its line leads to, in pixels. */
const WIDTH = 420;
const LEFT = 60;

/** Whether the card would be cut off below the figure, and less so above it. */
function hasMoreRoomAbove(figure: Rect, height: number): boolean {
  const canvas = linkedCanvas();
  if (canvas === undefined) return false;
  // What is seen has half as much again on each side.
  const around = canvas.around();
  const below = around.y + 0.75 * around.height - (figure.y + figure.height);
  const above = figure.y - (around.y + 0.25 * around.height);
  return below < GAP + height / canvas.zoom() && above > below;
}

/** How far left the card has to go so that its right end is seen, in pixels. */
function overhang(x: number): number {
  const canvas = linkedCanvas();
  if (canvas === undefined) return 0;
  const around = canvas.around();
  const right = (around.x + 0.75 * around.width - x) * canvas.zoom();
  return Math.max(0, WIDTH - LEFT + GAP - right);
}

function Placed({
  bounds,
  figure,
  height,
  children,
}: {
  readonly bounds: Rect;
  readonly figure: Rect;
  readonly height: number;
  readonly children: ReactNode;
}): ReactNode {
  const x = bounds.x + bounds.width / 2;
  const isAbove = hasMoreRoomAbove(figure, height);
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
        style={{
          transform: `translate(${x}px, ${to}px)`,
          ["--problem-overhang" as string]: `${overhang(x)}px`,
        }}
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
    if (by !== "key") return;
    const first = ".fixes button, .problem-foot button";
    card.current?.querySelector<HTMLElement>(first)?.focus({ preventScroll: true });
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
