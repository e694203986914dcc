import { type ReactNode, useEffect } from "react";
import { plural } from "../editor/speech.ts";
import { useFrame } from "./frame-store.ts";
import { problemsOf, useEditor } from "./store.ts";

/** How long the problems rest before they are spoken of, in milliseconds. */
const IDLE = 1000;

/** The one polite live region; the last message wins. */
export function LiveRegion(): ReactNode {
  const { says, count } = useFrame((frame) => frame.spoken);
  useSpokenProblems();
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      <span key={count}>{says}</span>
    </div>
  );
}

function useSpokenProblems(): void {
  const reading = useEditor((state) => state.reading);
  const problems = problemsOf(reading);
  const [first] = problems;
  const says =
    first === undefined
      ? "No problems."
      : `${plural(problems.length, "problem")}, the first in line ${first.span.line}: ${first.diagnostic.title}`;
  useEffect(() => {
    const timer = setTimeout(() => useFrame.getState().say(says), IDLE);
    return () => clearTimeout(timer);
  }, [says]);
}
