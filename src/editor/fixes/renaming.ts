import type { AxisTerm } from "../../document/document.ts";
import type { Value } from "../../typing/diagram.ts";
import { statementsOf, withStatement } from "../edits/document-tree.ts";
import { mergeAxes, renameAxis } from "../edits/rename-axis.ts";
import { rewriteAxes } from "../edits/rewrite-axes.ts";
import { makerOf } from "../edits/scope.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { type Site, textAfter, textOf } from "./site.ts";

/** One name of an axis in place of another. */
export interface Renaming {
  readonly from: string;
  readonly to: string;
}

/** Another name for an axis on the line that makes an array, and there alone. */
export function* renamedAtMaker(
  context: FixContext,
  { place }: Site,
  value: Value,
  renaming: Renaming,
): Iterable<Candidate> {
  const { document } = context;
  const maker = value.name === undefined ? undefined : makerOf(document, place, value.name);
  if (maker === undefined) return;
  const { from, to } = renaming;
  yield {
    title: `Rename \`${from}\` to \`${to}\` in \`${value.name}\``,
    confidence: "likely",
    apply() {
      const changed = rewriteAxes(document, maker.statement, namesOnly(renaming));
      if (changed === maker.statement) return undefined;
      return textOf(withStatement(document, maker.path, changed));
    },
  };
}

/** Another name for an axis in the whole block; an axis of that name and it become one. */
export function* oneAxis(
  context: FixContext,
  { place }: Site,
  { from, to }: Renaming,
): Iterable<Candidate> {
  const request = { definition: place.name, axis: from, name: to };
  const where = place.name === "" ? "everywhere" : `in all of \`${place.name}\``;
  yield {
    title: `Rename \`${from}\` to \`${to}\` ${where}`,
    confidence: "likely",
    apply() {
      const renamed = renameAxis(context, request);
      if (renamed.ok) return textAfter(renamed);
      return "merge" in renamed ? textAfter(mergeAxes(context, request)) : undefined;
    },
  };
}

/** How many lines of the definition write an axis. */
export function linesWith({ document }: FixContext, { place }: Site, axis: string): number {
  let count = 0;
  for (const { statement } of statementsOf(document, place)) {
    let has = false;
    rewriteAxes(document, statement, {
      ...namesOnly({ from: "", to: "" }),
      axis: (term) => {
        has ||= term.name === axis;
        return term;
      },
    });
    if (has) count += 1;
  }
  return count;
}

function namesOnly({ from, to }: Renaming) {
  const rename = (word: string) => (word === from ? to : word);
  return {
    axis: (term: Extract<AxisTerm, { kind: "axis" }>) =>
      term.name === from ? { ...term, name: to } : term,
    axisName: rename,
    sizeName: (word: string) => word,
    bareName: rename,
  };
}

/** Another name for an axis on the right side of one line. */
export function* renamedInBrackets(
  { document }: FixContext,
  { path, statement }: Pick<Site, "path" | "statement">,
  renaming: Renaming,
): Iterable<Candidate> {
  if (statement.kind !== "array" && statement.kind !== "layer") return;
  const { from, to } = renaming;
  yield {
    title: `Write \`${to}\` instead of \`${from}\` on this line`,
    confidence: "likely",
    apply() {
      const { value } = rewriteAxes(document, statement, namesOnly(renaming)) as typeof statement;
      if (value === statement.value) return undefined;
      return textOf(withStatement(document, path, { ...statement, value }));
    },
  };
}
