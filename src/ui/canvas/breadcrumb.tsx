import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { blockTitle } from "../../editor/described.ts";
import { titleOf } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import { useEditor } from "../store.ts";

/** The way from the diagram to the block that is the picture; each step goes back to there. */
export function Breadcrumb({ reading }: { readonly reading: Reading }): ReactNode {
  const trail = useEditor((state) => state.trail);
  const leaveTo = useEditor((state) => state.leaveTo);
  const title = titleOf(reading.document);
  const main = blockTitle(reading.typed.main.name);
  const steps = [title, ...trail.map(blockTitle)];
  if (trail.length === 0 && reading.typed.main.name !== "" && main !== title) steps.push(main);
  return (
    <nav className="breadcrumb" aria-label="Blocks entered">
      <ol>
        {steps.map((step, depth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its depth
          <li key={depth}>
            {depth > 0 && <ChevronRight aria-hidden="true" />}
            {depth < trail.length ? (
              <button type="button" className="crumb" onClick={() => leaveTo(depth)}>
                {step}
              </button>
            ) : (
              <span
                className="crumb"
                aria-current={depth === steps.length - 1 ? "page" : undefined}
              >
                {step}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
