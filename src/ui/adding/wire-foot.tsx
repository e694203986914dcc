import type { ReactNode } from "react";
import type { Outcome } from "../../editor/outcome.ts";
import { AxisName } from "../inspector/axis-name.tsx";
import { useWiring } from "./wiring-store.ts";

/** At the foot of the canvas while a wire is drawn: how many places take it, and why others do not. */
export function WireFoot(): ReactNode {
  const wiring = useWiring((state) => state.wiring);
  const outcomes = useWiring((state) => state.outcomes);
  if (wiring === undefined) return null;
  const { fits, unfit, loops, needs } = countOutcomes([...outcomes.values()]);
  return (
    <div className="wire-foot">
      <span>
        <b>{fits}</b> {fits === 1 ? "place fits" : "places fit"}
      </span>
      {unfit > 0 && (
        <span className="hint">
          {unfit} {unfit === 1 ? "does not" : "do not"}
          {needs.length > 0 && <Needs count={unfit} axes={needs} />}
        </span>
      )}
      {loops > 0 && (
        <span className="hint">
          {loops} would be {loops === 1 ? "a loop" : "loops"}
        </span>
      )}
      <span>
        <span className="key">Esc</span> cancel
      </span>
    </div>
  );
}

function Needs({
  count,
  axes,
}: {
  readonly count: number;
  readonly axes: readonly string[];
}): ReactNode {
  return (
    <>
      {count === 1 ? ": it needs the " : ": they need the "}
      {axes.length === 1 ? "axis" : "axes"}{" "}
      {axes.map((axis, at) => (
        <span key={axis}>
          {at > 0 && (at === axes.length - 1 ? " and " : ", ")}
          <AxisName name={axis} />
        </span>
      ))}
    </>
  );
}

/** Outcomes in numbers; `needs` only where all that do not fit lack the same axes. */
function countOutcomes(outcomes: readonly Outcome[]): {
  readonly fits: number;
  readonly unfit: number;
  readonly loops: number;
  readonly needs: readonly string[];
} {
  const loops = outcomes.filter(({ lack }) => lack?.kind === "loop");
  const unfit = outcomes.filter(({ why, lack }) => why !== undefined && lack?.kind !== "loop");
  const lacks = unfit.map(({ lack }) => (lack?.kind === "axes" ? lack.axes : []));
  const [first = []] = lacks;
  const isSame = lacks.every((axes) => axes.join(" ") === first.join(" "));
  return {
    fits: outcomes.filter(({ why }) => why === undefined).length,
    unfit: unfit.length,
    loops: loops.length,
    needs: isSame ? first : [],
  };
}
