import { CircleAlert, Info, ListChecks, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { GridList, GridListItem } from "react-aria-components";
import type { Fix } from "../../document/fix.ts";
import { countOperations } from "../../editor/described.ts";
import { type Problem, reasonsOf } from "../../editor/problems.ts";
import type { Reading } from "../../editor/reading.ts";
import { plural } from "../../editor/speech.ts";
import { showProblem } from "../commands.ts";
import { InlineText } from "../inline-text.tsx";
import { FixButtons } from "../problems/fix-buttons.tsx";
import { applySafeFixes, useFixes } from "../problems/fixing.ts";
import { problemsOf, useEditor } from "../store.ts";

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info } as const;

/** Everything that is wrong or worth a remark; Enter or a click goes there in text and picture. */
export function ProblemsPanel(): ReactNode {
  const reading = useEditor((state) => state.reading);
  const problems = problemsOf(reading);
  const fixes = useFixes(reading, problems);
  if (reading === undefined || problems.length === 0) {
    const count = reading === undefined ? 0 : countOperations(reading.typed.main);
    return (
      <p className="empty">
        No problems. {count === 1 ? "The operation is" : `All ${plural(count, "operation")} are`}{" "}
        checked.
      </p>
    );
  }
  const safe = [...fixes.values()].filter(([first]) => first?.confidence === "safe").length;
  return (
    <>
      {safe > 0 && (
        <button
          type="button"
          className="button fix-safe"
          data-kind="outline"
          data-small
          onClick={() => applySafeFixes(reading)}
        >
          <ListChecks aria-hidden="true" />
          Apply the safe fixes
        </button>
      )}
      <ProblemList reading={reading} problems={problems} fixes={fixes} />
    </>
  );
}

function ProblemList({
  reading,
  problems,
  fixes,
}: {
  readonly reading: Reading;
  readonly problems: readonly Problem[];
  readonly fixes: ReadonlyMap<Problem, readonly Fix[]>;
}): ReactNode {
  return (
    <GridList
      className="problems"
      aria-label="Problems"
      onAction={(key) => {
        const problem = problems[Number(key)];
        if (problem !== undefined) showProblem(problem);
      }}
    >
      {problems.map((problem, at) => {
        const { diagnostic, span } = problem;
        const Icon = ICONS[diagnostic.severity];
        return (
          <GridListItem
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is stable
            key={at}
            id={at}
            textValue={`Line ${span.line}: ${diagnostic.title}`}
            className="problem-row"
            data-severity={diagnostic.severity}
            data-code={diagnostic.code}
          >
            <Icon aria-label={diagnostic.severity} />
            <div>
              <div className="problem-title">
                <InlineText text={diagnostic.title} />
              </div>
              {reasonsOf(problem) !== "" && (
                <div className="small hint">
                  <InlineText text={reasonsOf(problem)} />
                </div>
              )}
              <FixButtons reading={reading} fixes={fixes.get(problem) ?? []} />
            </div>
            <span className="small hint">
              {diagnostic.code} · Line {span.line}
            </span>
          </GridListItem>
        );
      })}
    </GridList>
  );
}
