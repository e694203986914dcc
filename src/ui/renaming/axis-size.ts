import { sizeExpression } from "../../../shapes/print.ts";
import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { Edit, EditContext } from "../../editor/edit.ts";
import { setAxisSize, setSize } from "../../editor/edits/set-size.ts";
import { writtenSize } from "../panel/size-rows.ts";

/** One axis of one definition. */
interface AxisOf {
  readonly definition: string;
  readonly axis: string;
}

/** The size of an axis as text that can be changed; `""` where it is free. */
export function axisSizeText(context: EditContext, { definition, axis }: AxisOf): string {
  const size = context.typed.definitions.get(definition)?.axes.get(axis)?.axis.size;
  if (size === undefined) return "";
  const text = printSizeExpression(sizeExpression(size));
  return isOfFile(context, { definition, axis })
    ? (writtenSize(context.document, axis) ?? "")
    : text === axis
      ? ""
      : text;
}

/** Sets the size of an axis: that of the file where the axis has it by its name, else its own. */
export function setSizeOfAxis(
  context: EditContext,
  { definition, axis, text }: AxisOf & { readonly text: string },
): Edit {
  return isOfFile(context, { definition, axis })
    ? setSize(context, { name: axis, text })
    : setAxisSize(context, { definition, axis, text });
}

function isOfFile({ document, typed }: EditContext, { definition, axis }: AxisOf): boolean {
  const own = typed.definitions.get(definition)?.axes.get(axis)?.axis.size;
  return writtenSize(document, axis) !== undefined && own === typed.sizes.get(axis)?.size;
}
