import type { ReactNode } from "react";
import { sentenceOf } from "../../editor/follow/follow-words.ts";
import type { Reading } from "../../editor/reading.ts";
import type { TypedDefinition } from "../../typing/diagram.ts";
import { useLit } from "../follow/lit.ts";

/** The life of the axis that is lit, when it is one of this definition under whatever name. */
export function FollowLine({
  reading,
  definition,
}: {
  readonly reading: Reading;
  readonly definition: TypedDefinition;
}): ReactNode {
  const lit = useLit().findLast(({ followed }) =>
    [...followed.places.values()].some(({ instance }) => instance.definition === definition),
  );
  return (
    <p className="follow-line small hint">
      {lit === undefined ? "\u00a0" : sentenceOf(lit.followed, reading.sources)}
    </p>
  );
}
