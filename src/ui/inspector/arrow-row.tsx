import { MoveRight } from "lucide-react";
import type { ReactNode } from "react";
import { STEP_COLOURS } from "../../document/document.ts";
import { type BlockArrow, setArrow } from "../../editor/edits/block-arrow.ts";
import { blockTitle } from "../../scene/title.ts";
import { runEdit } from "../run-edit.ts";
import { EditField } from "./edit-field.tsx";
import { ColourField } from "./plate-fields.tsx";
import { settle } from "./settle.ts";

/** The words and the colour of a block arrow between two diagrams. */
export function ArrowRow({ arrow }: { readonly arrow: BlockArrow }): ReactNode {
  const { at, part, block, relation } = arrow;
  const to = blockTitle(block);
  return (
    <div className="furniture" data-line={at}>
      <MoveRight className="furniture-icon" />
      <EditField
        isSmall
        name={`Words of the arrow to ${to}`}
        value={relation.words}
        placeholder="No words"
        commit={(words) => settle((context) => setArrow(context, { at, part, words }))}
      />
      <ColourField
        name={`Colour of the arrow to ${to}`}
        colours={STEP_COLOURS}
        colour={relation.colour ?? STEP_COLOURS[0]}
        choose={(colour) => runEdit((context) => setArrow(context, { at, part, colour }))}
      />
    </div>
  );
}
