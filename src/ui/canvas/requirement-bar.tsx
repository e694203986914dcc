import { type ReactNode, useMemo } from "react";
import type { Reading } from "../../editor/reading.ts";
import { requirementChips } from "../../editor/requirement-chips.ts";
import { RequirementList } from "../inspector/requirement-list.tsx";

/** So many chips stand on the picture; the others are in the inspector. */
const MOST = 4;

/** What the sizes of the block that is shown have to fulfil, below its name; refuted ones first. */
export function RequirementBar({ reading }: { readonly reading: Reading }): ReactNode {
  const { typed } = reading;
  const all = useMemo(() => requirementChips(typed.main, typed), [typed]);
  if (all.length === 0) return null;
  const refuted = all.filter(({ standing }) => standing === "refuted");
  const others = all.filter(({ standing }) => standing !== "refuted");
  const chips = [...refuted, ...others].slice(0, MOST);
  return (
    <div className="requirement-bar">
      <RequirementList reading={reading} chips={chips} />
      {all.length > MOST && <span className="small hint">and {all.length - MOST} more</span>}
    </div>
  );
}
