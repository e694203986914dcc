import type { Document } from "../../document/document.ts";
import { allStatements, definitionOf } from "./document-tree.ts";
import { arrayNames } from "./names.ts";
import { type AxisRewriting, rewriteAxes } from "./rewrite-axes.ts";

/** How often a size is used: by axes of its name, in sizes and as a number; not where it is defined. */
export function sizeUses(document: Document, name: string): number {
  let uses = 0;
  const count = (word: string): string => {
    if (word === name) uses += 1;
    return word;
  };
  for (const { statement, path } of allStatements(document)) {
    const isDefinition = statement.kind === "size";
    const arrays = isDefinition ? undefined : namesOfArrays(document, path);
    const counting: AxisRewriting = {
      axis(term) {
        if (term.size === undefined) count(term.name);
        return term;
      },
      axisName: count,
      sizeName: count,
      bareName: (word) => (arrays?.has(word) ? word : count(word)),
    };
    rewriteAxes(document, statement, counting);
    if (statement.kind === "size") {
      uses -= statement.sizes.filter((size) => size.name === name).length;
    }
  }
  return uses;
}

function namesOfArrays(document: Document, path: readonly number[]): ReadonlySet<string> {
  return arrayNames(document, definitionOf(document, path));
}
