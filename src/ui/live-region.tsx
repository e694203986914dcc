import { type ReactNode, useEffect, useRef } from "react";
import { spokenProblems, spokenShapes } from "../editor/spoken-events.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { useFrame } from "./frame-store.ts";
import { problemsOf, useEditor } from "./store.ts";

/** How long the problems rest before they are spoken of, in milliseconds. */
const IDLE = 1000;

/** The one polite live region; the last message wins. */
export function LiveRegion(): ReactNode {
  const { says, count } = useFrame((frame) => frame.spoken);
  useSpokenReading();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={count}>{says}</span>
    </div>
  );
}

/** Says once the hands rest what typing did to the shapes, and what is wrong when that has changed. */
function useSpokenReading(): void {
  const reading = useEditor((state) => state.reading);
  const last = useRef<{ readonly typed: TypedDiagram | undefined; readonly problems: string }>({
    typed: undefined,
    problems: "",
  });
  useEffect(() => {
    const timer = setTimeout(() => {
      if (reading === undefined) return;
      const before = last.current;
      const problems = spokenProblems(problemsOf(reading));
      last.current = { typed: reading.typed, problems };
      // A command has said already what it did.
      const isTyped = useEditor.getState().history.present.label.startsWith("Typed");
      const shapes =
        isTyped && before.typed !== undefined ? spokenShapes(before.typed, reading.typed) : "";
      const news = problems === before.problems ? "" : problems;
      const says = [shapes, news].filter((part) => part !== "").join(" ");
      if (says !== "") useFrame.getState().say(says);
    }, IDLE);
    return () => clearTimeout(timer);
  }, [reading]);
}
