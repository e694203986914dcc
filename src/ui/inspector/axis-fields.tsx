import { type ReactNode, useState } from "react";
import { sizeFact } from "../../editor/axis-facts.ts";
import type { Reading } from "../../editor/reading.ts";
import { useFrame } from "../frame-store.ts";
import { axisSizeText, setSizeOfAxis } from "../renaming/axis-size.ts";
import { carryOut } from "../renaming/carry-out.ts";
import { MergeQuestion } from "../renaming/merge-question.tsx";
import type { Named } from "../renaming/name-places.ts";
import { type Renamed, rename } from "../renaming/rename.ts";
import { useEditor } from "../store.ts";
import { EditField } from "./edit-field.tsx";
import { LabelField } from "./label-field.tsx";
import { settle } from "./settle.ts";

/** Name and size of an axis; a name in use asks whether the two are one. */
export function AxisFields({
  reading,
  named,
}: {
  readonly reading: Reading;
  readonly named: Extract<Named, { kind: "axis" }>;
}): ReactNode {
  const [asked, setAsked] = useState<Extract<Renamed, { kind: "asks" }>>();
  const { definition, axis } = named;
  const record = reading.typed.definitions.get(definition)?.axes.get(axis);
  const number = record === undefined ? "free" : sizeFact(record.axis, reading.typed).size;
  const take = (outcome: Renamed): string | undefined => {
    setAsked(outcome.kind === "asks" ? outcome : undefined);
    if (outcome.kind === "done") carryOut(named, outcome);
    if (outcome.kind !== "refused" && outcome.kind !== "asks") return undefined;
    useFrame.getState().say(outcome.says);
    return outcome.says;
  };
  return (
    <div className="settings">
      <div className="setting">
        <span className="setting-name hint">Name</span>
        <EditField
          isSmall
          name="Name of the axis"
          value={axis}
          commit={(text) => {
            const { reading: now } = useEditor.getState();
            return now && take(rename(now, named, text));
          }}
        />
        {asked !== undefined && (
          <MergeQuestion
            what="axis"
            equation={asked.equation}
            merge={() => {
              const merged = asked.merge();
              if (merged.kind === "refused") return merged.says;
              return take(merged);
            }}
            keepTwo={() => setAsked(undefined)}
          />
        )}
      </div>
      <div className="setting">
        <span className="setting-name hint">Size</span>
        <EditField
          isSmall
          name="Size of the axis"
          value={axisSizeText(reading, named)}
          placeholder={number}
          commit={(text) =>
            settle((context) => setSizeOfAxis(context, { definition, axis, text: text.trim() }))
          }
        />
      </div>
      <LabelField reading={reading} target={{ definition, of: "axis", name: axis }} />
    </div>
  );
}
