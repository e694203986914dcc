import "./problem-card.css";
import { CircleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { Span } from "../../document/diagnostic.ts";
import { drawnAs } from "../../editor/place-of.ts";
import { placesOf, reasonsOf } from "../../editor/problems.ts";
import type { Reading } from "../../editor/reading.ts";
import { type RestingPlace, restsOn } from "../../editor/rests-on.ts";
import { selectNode } from "../../editor/walk.ts";
import { useFrame } from "../frame-store.ts";
import { InlineText } from "../inline-text.tsx";
import { useEditor } from "../store.ts";
import { FixButtons } from "./fix-buttons.tsx";
import { fixesFor } from "./fixing.ts";
import { PlacedCard } from "./placed-card.tsx";
import {
  closeProblemCard,
  explainSelected,
  problemsOfNode,
  selectedNode,
  useProblemCard,
} from "./problem-store.ts";
import { RestingCallouts } from "./resting-callouts.tsx";

/** What is wrong at an operation, below the figure, with a line that leads to it. */
export function ProblemCard({ reading }: { readonly reading: Reading }): ReactNode {
  const shown = useProblemCard((state) => state.shown);
  const selection = useEditor((state) => state.selection);
  const node = reading.scene.nodes.find(({ id }) => id === shown?.node);
  const isSelected = selectedNode(reading, selection)?.id === shown?.node;
  const problems = node === undefined ? [] : problemsOfNode(reading, node);
  const [problem] = problems;
  const isOpen = problem !== undefined && isSelected;
  const places = useMemo(
    () => (isOpen ? restsOn(reading, problem) : []),
    [isOpen, reading, problem],
  );
  useEffect(() => {
    if (shown !== undefined && !isOpen) closeProblemCard();
  }, [shown, isOpen]);
  if (node === undefined || shown === undefined || !isOpen) return null;
  const { span, shows } = problem;
  const [own, elsewhere] = placesOf(problem);
  const fixes = fixesFor(reading, problem);
  return (
    <>
      <PlacedCard
        key={`${node.id} ${problem.diagnostic.title}`}
        bounds={node.bounds}
        figure={reading.scene.bounds}
      >
        <Card by={shown.by}>
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
          <RestingPlaces places={places} />
          <FixButtons reading={reading} fixes={fixes} onDone={leave} />
          <div className="problem-foot">
            <button
              type="button"
              className="button"
              data-kind="outline"
              data-small
              onClick={() => goTo(reading, span, own)}
            >
              Go to line {span.line}
            </button>
            {shows !== undefined && (
              <button
                type="button"
                className="button"
                data-kind="outline"
                data-small
                onClick={() => goTo(reading, shows.span, elsewhere)}
              >
                Show line {shows.span.line}
              </button>
            )}
            {problems.length > 1 && (
              <span className="hint small">{problems.length} problems here</span>
            )}
          </div>
        </Card>
      </PlacedCard>
      {places.length > 0 && <RestingCallouts reading={reading} mistake={node} places={places} />}
    </>
  );
}

/** Goes to one of the places of a problem in text and picture; the card comes along. */
function goTo(
  reading: Reading,
  span: Span,
  place: ReturnType<typeof placesOf>[number] | undefined,
): void {
  useFrame.getState().goToSpan(span);
  const drawn = place && drawnAs(reading, place.node, place.part);
  if (drawn === undefined) return;
  useEditor.getState().select(selectNode(drawn));
  useFrame.getState().reveal();
  explainSelected("pointer");
}

/** What a mistake rests on: each line goes there. */
function RestingPlaces({ places }: { readonly places: readonly RestingPlace[] }): ReactNode {
  if (places.length === 0) return null;
  return (
    <ul className="rests-on" aria-label="What it rests on">
      {places.map(({ node, span, wrote, says }) => (
        <li key={`${node} ${says}`}>
          <button type="button" className="link" onClick={() => useFrame.getState().goToSpan(span)}>
            Line {span.line}
            {wrote !== undefined && `, ${wrote}`}
          </button>{" "}
          <InlineText text={says} />
        </li>
      ))}
    </ul>
  );
}

/** Closes the card and gives the focus back to what is selected. */
function leave(): void {
  closeProblemCard();
  document.querySelector<HTMLElement>(".focus-target")?.focus({ preventScroll: true });
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
