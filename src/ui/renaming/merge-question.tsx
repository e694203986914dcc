import { type ReactNode, useState } from "react";
import { InlineText } from "../inline-text.tsx";

/** Asks whether two of one name are one, and says what then has to hold of sizes. */
export function MergeQuestion({
  what,
  equation,
  merge,
  keepTwo,
}: {
  readonly what: "axis" | "size";
  readonly equation: string;
  /** Makes them one, or gives the sentence why not. */
  merge(): string | undefined;
  keepTwo(): void;
}): ReactNode {
  const [refused, setRefused] = useState<string>();
  return (
    <div className="merge-question">
      <p className="small hint">
        As one {what}: {equation}
      </p>
      {refused !== undefined && (
        <p className="field-says small" role="alert">
          <InlineText text={refused} />
        </p>
      )}
      <div className="renaming-choice">
        {refused === undefined && (
          <button
            type="button"
            className="button"
            data-kind="filled"
            data-small="true"
            onClick={() => setRefused(merge())}
          >
            Make them one {what}
          </button>
        )}
        <button
          type="button"
          className="button"
          data-kind="outline"
          data-small="true"
          onClick={keepTwo}
        >
          Keep two
        </button>
      </div>
    </div>
  );
}
