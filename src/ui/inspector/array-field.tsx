import type { ReactNode } from "react";
import type { ArrayRef } from "../../editor/edits/scope.ts";
import { arrayText, setArray } from "../../editor/edits/set-array.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Value } from "../../typing/diagram.ts";
import { useEditor } from "../store.ts";
import { EditField } from "./edit-field.tsx";
import { settle } from "./settle.ts";

/** Name and axes of an array as they are written; a new name renames it everywhere. */
export function ArrayField({
  reading,
  definition,
  value,
  name,
  problem,
}: {
  readonly reading: Reading;
  readonly definition: string;
  readonly value: Value;
  /** What the field is called. */
  readonly name: string;
  readonly problem?: string | undefined;
}): ReactNode {
  const array: ArrayRef = { definition, array: value.name ?? value.id };
  return (
    <EditField
      name={name}
      value={arrayText(reading, array)}
      problem={problem}
      commit={(text) => commitArray(array, text)}
    />
  );
}

/** An array that was selected stays so under its new name. */
function commitArray(array: ArrayRef, text: string): string | undefined {
  const { selection } = useEditor.getState();
  const says = settle((context) => setArray(context, { array, text }));
  if (says !== undefined || selection.kind === "operation" || selection.kind === "diagram") {
    return says;
  }
  const name = /^[^[\s]*/.exec(text.trim())?.[0] ?? "";
  if (name !== "") useEditor.getState().select({ ...selection, array: name });
  return undefined;
}
