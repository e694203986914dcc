import { type ReactNode, useEffect, useRef } from "react";
import { spokenProblems, spokenShapes } from "../editor/spoken-events.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { useFrame } from "./frame-store.ts";
import { problemsOf, useEditor } from "./store.ts";

/** How long nothing must be changed or said before the shapes and problems are, in milliseconds. */
const IDLE = 1000;

/** What the canvas says of itself when it is opened without problems. */
const NONE = spokenProblems([]);

/** The one polite live region; the last message wins. */
export function LiveRegion(): ReactNode {
  const { says, count } = useFrame((frame) => frame.spoken);
  useSpokenReading(count);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={count}>{says}</span>
    </div>
  );
}

/**
 * Says once the hands rest what typing did to the shapes, and what is wrong when that has changed.
 * Each message, counted by `said`, is left alone for as long, so that none is lost to this one.
 */
function useSpokenReading(said: number): void {
  const reading = useEditor((state) => state.reading);
  const last = useRef<Spoken>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a message starts the rest anew
  useEffect(() => {
    if (reading === undefined) return;
    last.current ??= { typed: reading.typed, problems: NONE };
    const timer = setTimeout(() => {
      const before = last.current;
      const problems = spokenProblems(problemsOf(reading));
      last.current = { typed: reading.typed, problems };
      // A command has said already what it did.
      const isTyped = useEditor.getState().history.present.label.startsWith("Typed");
      const shapes =
        isTyped && before !== undefined ? spokenShapes(before.typed, reading.typed) : "";
      const news = problems === before?.problems ? "" : problems;
      const says = [shapes, news].filter((part) => part !== "").join(" ");
      if (says !== "") useFrame.getState().say(says);
    }, IDLE);
    return () => clearTimeout(timer);
  }, [reading, said]);
}

/** The reading that was spoken of last. */
interface Spoken {
  readonly typed: TypedDiagram;
  readonly problems: string;
}
