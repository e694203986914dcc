import "./fixes.css";
import { Lightbulb } from "lucide-react";
import type { ReactNode, SyntheticEvent } from "react";
import type { Fix } from "../../document/fix.ts";
import type { Reading } from "../../editor/reading.ts";
import { InlineText } from "../inline-text.tsx";
import { hideFix, showFix } from "./fix-preview.ts";
import { applyFix } from "./fixing.ts";

/** A button for each fix; one that is pointed at or has the focus is shown on the canvas. */
export function FixButtons({
  reading,
  fixes,
  onDone,
}: {
  readonly reading: Reading;
  readonly fixes: readonly Fix[];
  readonly onDone?: () => void;
}): ReactNode {
  if (fixes.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own
    <div
      className="fixes"
      role="group"
      aria-label="Fixes"
      // A row around them has an action of its own.
      onPointerDown={stop}
      onMouseDown={stop}
      onClick={stop}
      onKeyDown={(event) => {
        if (event.key === "Enter" || event.key === " ") stop(event);
      }}
    >
      {fixes.map((fix) => (
        <button
          key={fix.title}
          type="button"
          className="button fix"
          data-kind="outline"
          data-small
          onPointerEnter={() => showFix(reading, fix)}
          onPointerLeave={hideFix}
          onFocus={() => showFix(reading, fix)}
          onBlur={hideFix}
          onClick={() => {
            hideFix();
            applyFix(reading, fix);
            onDone?.();
          }}
        >
          <Lightbulb aria-hidden="true" />
          <span>
            <InlineText text={fix.title} />
          </span>
        </button>
      ))}
    </div>
  );
}

function stop(event: SyntheticEvent): void {
  event.stopPropagation();
}
