import { lazy, type ReactNode, Suspense } from "react";
import type { Reading } from "../../editor/reading.ts";
import { useProblemCard } from "./problem-store.ts";

/** Where it cannot be loaded the list of problems still says all that it has to say. */
const ProblemCard = lazy(() =>
  import("./problem-card.tsx").then(
    (card) => ({ default: card.ProblemCard }),
    () => ({ default: () => null }),
  ),
);

/** The card of what is wrong at what is selected, once somebody asks for it. */
export function Explanation({ reading }: { readonly reading: Reading }): ReactNode {
  const isAsked = useProblemCard(({ shown }) => shown !== undefined);
  return isAsked ? (
    <Suspense>
      <ProblemCard reading={reading} />
    </Suspense>
  ) : null;
}
