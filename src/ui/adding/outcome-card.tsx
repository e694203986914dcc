import type { ReactNode } from "react";
import type { PortPlace } from "../../editor/edits/port-places.ts";
import type { Outcome } from "../../editor/outcome.ts";
import { InlineText } from "../inline-text.tsx";
import { AxisName } from "../inspector/axis-name.tsx";

/** What each axis of an array does at a port, under the result, or why the array does not fit there. */
export function OutcomeCard({
  outcome,
  place,
}: {
  readonly outcome: Outcome;
  readonly place: PortPlace | undefined;
}): ReactNode {
  const { gives, why, axes } = outcome;
  const [name = "", shape] = gives?.split(/(?=\[)/) ?? [];
  const [title = "", ordinal] = place?.title.split(/, (?=[a-z]+ operand$)/) ?? [];
  return (
    <>
      <div className="outcome-head">
        {gives === undefined ? (
          <b>{title}</b>
        ) : (
          <span>
            <b>{name}</b> <span className="outcome-shape mono">{shape}</span>
          </span>
        )}
        <span className="hint">{gives === undefined ? ordinal : (ordinal ?? title)}</span>
      </div>
      {why !== undefined && (
        <p>
          <InlineText text={why} />
        </p>
      )}
      {axes.length > 0 && (
        <dl className="outcome-axes">
          {axes.map(({ axis, says }) => (
            <div key={axis}>
              <dt>
                <AxisName name={axis} />
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
      )}
      {place?.holds !== undefined && <p className="hint small">In the place of {place.holds}</p>}
    </>
  );
}
