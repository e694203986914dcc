import type { Document, LayoutLine } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { finish, refuse } from "./finish.ts";
import { withLayout } from "./layout-section.ts";

/** The narrowest rows that can be asked for, in units of 1/20 of the distance of two strands. */
const NARROWEST = 100;
const WIDEST = 100_000;

/** The width at which the file cuts its figure into rows, or `undefined` for a single row. */
export function rowWidth({ layout }: Document): number | undefined {
  const line = layout.findLast((each) => each.kind === "wrap");
  return line?.kind === "wrap" && line.width > 0 ? line.width : undefined;
}

/** Cuts the figure into rows of at most a width; an empty text puts everything into one row. */
export function wrapRows(context: EditContext, { width }: { readonly width: string }): Edit {
  const { document } = context;
  const written = width.trim();
  const rest = document.layout.filter((line) => line.kind !== "wrap");
  if (written === "") {
    if (rest.length === document.layout.length) return refuse("The figure is in one row already.");
    const label = "Put the figure into one row";
    return finish(context, { document: withLayout(document, rest), label });
  }
  const value = Number(written);
  if (!/^[0-9]{1,6}$/.test(written) || value < NARROWEST || value > WIDEST) {
    return refuse(
      `The width of rows is a whole number from ${NARROWEST} to ${WIDEST}; neighbouring strands are 20 apart.`,
    );
  }
  if (value === rowWidth(document)) return refuse(`Rows are ${value} wide already.`);
  const line: LayoutLine = { kind: "wrap", lead: [], width: value };
  const layout = withLayout(document, [...rest, line]);
  return finish(context, { document: layout, label: `Cut the figure into rows of ${value}` });
}
