import type { Document, LayoutLine } from "../../document/document.ts";
import { texComplaint } from "../../draw/typeset.ts";
import type { Edit, EditContext } from "../edit.ts";
import { finish, refuse } from "./finish.ts";
import { withLayout } from "./layout-section.ts";
import { arrayNames, axesUsed, nameComplaint } from "./names.ts";
import { fileSizes } from "./rename-axis.ts";
import { placeOf } from "./scope.ts";

/** What a label is about. */
export interface LabelTarget {
  /** The block, `""` at the top. */
  readonly definition: string;
  readonly of: "axis" | "array" | "size";
  readonly name: string;
}

/** Says how a name is typeset, as LaTeX; without text the name is typeset by its letters again. */
export function setLabel(
  context: EditContext,
  { target, tex }: { readonly target: LabelTarget; readonly tex: string },
): Edit {
  const { document } = context;
  const { definition, of, name } = target;
  if (!isThere(context, target)) return refuse(`There is no ${of} named \`${name}\` here.`);
  if (CONTROL.test(tex)) return refuse("A label stands on one line.");
  const written = tex.trim();
  const complaint = nameComplaint(name) ?? texComplaint(written);
  if (complaint !== undefined) return refuse(complaint);
  const at = document.layout.findIndex((line) => isLabelOf(line, target));
  const old = document.layout[at];
  if (written === "" && old === undefined) return refuse(`\`${name}\` has no label of its own.`);
  const around = {
    lead: old?.lead ?? [],
    ...(old?.comment !== undefined && { comment: old.comment }),
  };
  const line: LayoutLine = { kind: "label", ...around, block: definition, of, name, tex: written };
  const layout =
    written === ""
      ? document.layout.toSpliced(at, 1)
      : old === undefined
        ? [...document.layout, line]
        : document.layout.with(at, line);
  const label = written === "" ? `Took the label off ${name}` : `Labelled ${name}`;
  return finish(context, { document: withLayout(document, layout), label });
}

/** How a name is typeset by the author's wish. */
export function labelOf(document: Document, target: LabelTarget): string | undefined {
  const line = document.layout.find((each) => isLabelOf(each, target));
  return line?.kind === "label" ? line.tex : undefined;
}

function isLabelOf(line: LayoutLine, { definition, of, name }: LabelTarget): boolean {
  return line.kind === "label" && line.block === definition && line.of === of && line.name === name;
}

const CONTROL = /\p{Cc}/u;

function isThere({ document, typed }: EditContext, { definition, of, name }: LabelTarget): boolean {
  const place = placeOf(document, definition);
  if (typeof place === "string") return false;
  if (of === "array") return arrayNames(document, place).has(name);
  return (
    axesUsed(document, typed, place).has(name) || (of === "size" && fileSizes(document).has(name))
  );
}
