import { Grid3x3, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { arrayName, pickRow } from "../../editor/edits/array-picture.ts";
import { type FurnitureLine, removeFurniture } from "../../editor/edits/furniture.ts";
import { IconButton } from "../icon-button.tsx";
import { runEdit } from "../run-edit.ts";
import { EditField } from "./edit-field.tsx";
import { settle } from "./settle.ts";

/** The grid of an array's entries, with the row that is picked out. */
export function PictureRow({
  at,
  line,
}: {
  readonly at: number;
  readonly line: FurnitureLine["line"] & { readonly kind: "picture" };
}): ReactNode {
  const name = arrayName(line.node);
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
    </div>
  );
}
