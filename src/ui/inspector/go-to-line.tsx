import type { ReactNode } from "react";
import { useFrame } from "../frame-store.ts";

/** Puts the caret on a line of the text. */
export function GoToLine({
  line,
  title,
  icon,
}: {
  readonly line: number;
  readonly title: string;
  readonly icon: ReactNode;
}): ReactNode {
  const goToSpan = useFrame((frame) => frame.goToSpan);
  return (
    <button
      type="button"
      className="button"
      data-kind="outline"
      onClick={() => goToSpan({ line, column: 1, endColumn: 1 })}
    >
      {icon}
      {title}
    </button>
  );
}
