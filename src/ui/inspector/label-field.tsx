import type { ReactNode } from "react";
import { nameTex } from "../../../shapes/name-tex.ts";
import { type LabelTarget, labelOf, setLabel } from "../../editor/edits/set-label.ts";
import type { Reading } from "../../editor/reading.ts";
import { EditField } from "./edit-field.tsx";
import { settle } from "./settle.ts";

/** How a name is typeset in the figure, as LaTeX; empty, it is set by its letters. */
export function LabelField({
  reading,
  target,
}: {
  readonly reading: Reading;
  readonly target: LabelTarget;
}): ReactNode {
  return (
    <div className="setting">
      <span className="setting-name hint">Typeset</span>
      <EditField
        isSmall
        name={`How ${target.name} is typeset, as LaTeX`}
        value={labelOf(reading.document, target) ?? ""}
        placeholder={nameTex(target.name)}
        commit={(tex) => settle((context) => setLabel(context, { target, tex }))}
      />
    </div>
  );
}
