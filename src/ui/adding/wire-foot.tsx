import type { ReactNode } from "react";
import { AxisName } from "../inspector/axis-name.tsx";
import { useWiring } from "./wiring-store.ts";

/** At the foot of the canvas while a wire is drawn: how many places take it. */
export function WireFoot(): ReactNode {
  const wiring = useWiring((state) => state.wiring);
  const outcomes = useWiring((state) => state.outcomes);
  if (wiring === undefined) return null;
  const unfit = [...outcomes.values()].filter(({ why }) => why !== undefined).length;
  const fits = outcomes.size - unfit;
  return (
    <div className="wire-foot">
      <b>
        {fits} {fits === 1 ? "place fits" : "places fit"}
      </b>
      {unfit > 0 && (
        <span className="hint">
          {unfit} {unfit === 1 ? "does" : "do"} not
        </span>
      )}
      <span>
        <span className="key">Esc</span> cancel
      </span>
    </div>
  );
}

/** Beside the port that a wire is held over: what each axis would do there. */
export function OutcomeCard({ port }: { readonly port: string }): ReactNode {
  const outcome = useWiring((state) => state.outcomes.get(port));
  if (outcome === undefined) return null;
  return (
    <div className="outcome-card">
      {outcome.gives !== undefined && <b className="mono">{outcome.gives}</b>}
      {outcome.why !== undefined && <p>{outcome.why}</p>}
      {outcome.axes?.map(({ axis, says }) => (
        <p key={axis}>
          <AxisName name={axis} /> {says}
        </p>
      ))}
    </div>
  );
}
