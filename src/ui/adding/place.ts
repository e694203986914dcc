import type { NodeId } from "../../document/document.ts";
import { describe } from "../../editor/described.ts";
import type { EditContext } from "../../editor/edit.ts";
import { findNode, statementAt } from "../../editor/edits/document-tree.ts";
import type { BodyRef } from "../../editor/edits/insert-operation.ts";
import type { ArrayRef } from "../../editor/edits/scope.ts";
import type { Reading } from "../../editor/reading.ts";
import type { Selection } from "../../editor/selection.ts";
import type { Value } from "../../typing/diagram.ts";

/** Where something is added, and the array that it takes first. */
export interface Place {
  readonly into: BodyRef;
  readonly value?: Value;
}

/** What a selection means for adding: the selected array, or what the selected operation gives. */
export function placeOf(selection: Selection, reading: Reading): Place {
  const found = describe(selection, reading);
  if (found === undefined) return { into: { definition: reading.typed.main.name } };
  const definition = found.definition.name;
  if (found.value === undefined || found.value.scalar !== undefined) {
    const node = selection.kind === "operation" ? selection.node : "";
    return { into: bodyAround(reading, definition, node) };
  }
  const { value } = found;
  return { into: bodyAround(reading, definition, value.maker), value };
}

/** The reference of a place's array. */
export function arrayRefOf({ into, value }: Place): ArrayRef | undefined {
  if (value === undefined) return undefined;
  return { definition: into.definition, array: value.name ?? value.id };
}

/** The innermost loop that a line stands in, else the definition. */
export function bodyAround({ document }: EditContext, definition: string, node: NodeId): BodyRef {
  const path = findNode(document, node)?.path ?? [];
  for (let depth = path.length - 1; depth > 0; depth--) {
    const around = statementAt(document, path.slice(0, depth));
    if (around?.kind === "repeat" || around?.kind === "scan") {
      return { definition, loop: around.id };
    }
  }
  return { definition };
}
