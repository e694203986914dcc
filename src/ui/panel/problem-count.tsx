import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { countErrors, countProblems } from "../../editor/problems.ts";
import { plural } from "../../editor/speech.ts";
import { problemsOf, useEditor } from "../store.ts";

/** How many problems there are, on their tab: a red pill with errors, an amber triangle without. */
export function ProblemCount(): ReactNode {
  const count = useEditor((state) => countProblems(problemsOf(state.reading)));
  const errors = useEditor((state) => countErrors(problemsOf(state.reading)));
  const severity = errors > 0 ? "error" : count > 0 ? "warning" : undefined;
  return (
    <span className="count" data-severity={severity}>
      {severity === "warning" && <TriangleAlert aria-hidden="true" />}
      <span className="count-number" aria-hidden={severity !== undefined}>
        {count}
      </span>
      {severity !== undefined && (
        <span className="visually-hidden"> {wordsOf(errors, count - errors)}</span>
      )}
    </span>
  );
}

/** "1 error and 2 warnings". */
function wordsOf(errors: number, warnings: number): string {
  return [errors > 0 && plural(errors, "error"), warnings > 0 && plural(warnings, "warning")]
    .filter(Boolean)
    .join(" and ");
}
