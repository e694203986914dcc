import type { NodeId } from "../../document/document.ts";
import { isLoop } from "../../document/parts.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { findNode } from "../../editor/edits/document-tree.ts";
import { renameArray } from "../../editor/edits/rename-array.ts";
import { type AxisRenaming, mergeAxes, renameAxis } from "../../editor/edits/rename-axis.ts";
import { renameBlock } from "../../editor/edits/rename-definition.ts";
import { typedArray } from "../../editor/edits/scope.ts";
import { setArray } from "../../editor/edits/set-array.ts";
import { formOf, formText, readRepeat, readScan } from "../../editor/structure/loop-form.ts";
import { setLoop } from "../../editor/structure/set-loop.ts";
import { inferDiagram } from "../../typing/infer.ts";
import { setSizeOfAxis } from "./axis-size.ts";
import type { Named } from "./name-places.ts";

/** What a text in the place of a name leads to. */
export type Renamed =
  /** Everything stays as it is. */
  | { readonly kind: "same" }
  | { readonly kind: "done"; readonly edit: Extract<Edit, { ok: true }>; readonly named: Named }
  | { readonly kind: "refused"; readonly says: string }
  /** The name is that of another axis: `merge` is the answer that makes them one. */
  | { readonly kind: "asks"; readonly says: string; readonly equation: string; merge(): Renamed };

/** The name of something as it is written; an array inside a longer line has none yet. */
export function nameOf({ document, typed }: EditContext, named: Named): string {
  if (named.kind === "block") return named.block;
  if (named.kind === "loop") {
    const loop = findNode(document, named.loop)?.statement;
    return loop !== undefined && isLoop(loop) ? formText(formOf(loop)) : "";
  }
  if (named.kind === "axis") return named.axis;
  const value = typedArray(typed, named);
  return value === undefined ? named.array : (value.name ?? "");
}

/**
 * Renames something in its whole block; for an axis `h = 8` says its size too, and for an array
 * `Q[y k h]` its axes.
 */
export function rename(context: EditContext, named: Named, text: string): Renamed {
  if (named.kind === "axis") return renameOneAxis(context, named, text);
  const name = text.trim();
  if (name === nameOf(context, named)) return { kind: "same" };
  if (named.kind === "array" && name.includes("[")) {
    const next = { ...named, array: name.slice(0, name.indexOf("[")).trim() };
    return outcome(setArray(context, { array: named, text: name }), next);
  }
  if (named.kind === "loop") return outcome(setForm(context, named.loop, name), named);
  if (named.kind === "block") {
    const edit = renameBlock(context, { block: named.block, name });
    return outcome(edit, { ...named, block: name });
  }
  const { definition, array } = named;
  return outcome(renameArray(context, { array: { definition, array }, name }), {
    ...named,
    array: name,
  });
}

function outcome(edit: Edit, named: Named): Renamed {
  return edit.ok ? { kind: "done", edit, named } : { kind: "refused", says: edit.says };
}

/** What stands behind `repeat` or `scan`, as it was typed. */
function setForm(context: EditContext, node: NodeId, text: string): Edit {
  const isScan = findNode(context.document, node)?.statement.kind === "scan";
  return setLoop(context, { node, form: isScan ? readScan(text) : readRepeat(text) });
}

type NamedAxis = Extract<Named, { kind: "axis" }>;

function renameOneAxis(context: EditContext, named: NamedAxis, text: string): Renamed {
  const [before = "", ...after] = text.split("=");
  const name = before.trim();
  const size = after.length === 0 ? undefined : after.join("=").trim();
  const { definition, axis } = named;
  const next = { ...named, axis: name };
  if (name === axis) {
    if (size === undefined) return { kind: "same" };
    return outcome(setSizeOfAxis(context, { ...next, text: size }), next);
  }
  const renaming: AxisRenaming = { definition, axis, name };
  const edit = renameAxis(context, renaming);
  if (edit.ok) return outcome(sized(edit, next, size), next);
  if (!("merge" in edit)) return { kind: "refused", says: edit.says };
  return {
    kind: "asks",
    says: edit.says,
    equation: edit.equation,
    merge: () => outcome(sized(mergeAxes(context, edit.merge), next, size), next),
  };
}

/** The size is part of the same step. */
function sized(edit: Edit, named: NamedAxis, size: string | undefined): Edit {
  if (!edit.ok || size === undefined) return edit;
  const { document, label } = edit;
  const next = setSizeOfAxis({ document, typed: inferDiagram(document) }, { ...named, text: size });
  return next.ok ? { ...next, label: `${label}, with size ${size}` } : next;
}
