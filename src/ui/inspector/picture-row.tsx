import { Grid3x3, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { STEP_COLOURS } from "../../document/document.ts";
import {
  arrayName,
  leadArrow,
  markAdded,
  nameArrow,
  otherPictures,
  pickRow,
} from "../../editor/edits/array-picture.ts";
import { type FurnitureLine, removeFurniture } from "../../editor/edits/furniture.ts";
import type { Reading } from "../../editor/reading.ts";
import { IconButton } from "../icon-button.tsx";
import { runEdit } from "../run-edit.ts";
import { ChoiceField } from "./choice-field.tsx";
import { EditField } from "./edit-field.tsx";
import { settle } from "./settle.ts";

/** The grid of an array's entries: its row, its added axis, and the arrow that leads to it. */
export function PictureRow({
  reading,
  at,
  line,
}: {
  readonly reading: Reading;
  readonly at: number;
  readonly line: FurnitureLine["line"] & { readonly kind: "picture" };
}): ReactNode {
  const name = arrayName(line.node);
  const others = otherPictures(reading.document, line.node);
  return (
    <div className="furniture" data-line={at}>
      <Grid3x3 className="furniture-icon" />
      <EditField
        isSmall
        name={`Row of ${name} that is picked out`}
        value={line.row === undefined ? "" : `${line.row}`}
        placeholder={`Entries of ${name}: no row picked`}
        commit={(text) => settle((context) => pickRow(context, { at, text }))}
      />
      <IconButton
        small
        name={`Remove the entries of ${name}`}
        onPress={() => runEdit((context) => removeFurniture(context, { at }))}
      >
        <Trash2 />
      </IconButton>
      <span className="furniture-more">
        <ChoiceField
          name={`Added axis of ${name}`}
          none="No added axis"
          choices={STEP_COLOURS.map((colour) => [colour, `Added by ${colour.replace("-", " ")}`])}
          chosen={line.added}
          choose={(added) => runEdit((context) => markAdded(context, { at, added }))}
        />
        {others.length > 0 && (
          <ChoiceField
            name={`Where the arrow to ${name} comes from`}
            none="No arrow"
            choices={others.map((node) => [node, `Arrow from ${arrayName(node)}`])}
            chosen={line.from}
            choose={(from) => runEdit((context) => leadArrow(context, { at, from }))}
          />
        )}
        {line.from !== undefined && (
          <EditField
            isSmall
            name={`Words of the arrow to ${name}`}
            value={line.words ?? ""}
            placeholder="No words"
            commit={(text) => settle((context) => nameArrow(context, { at, text }))}
          />
        )}
      </span>
    </div>
  );
}
