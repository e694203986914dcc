import { parseSize } from "../../../shapes/parse.ts";
import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Expression } from "../../document/document.ts";
import { walkExpression } from "../../document/parts.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { outputPadding } from "./padding.ts";
import { type Call, siteOf, withCall } from "./site.ts";
import { twoSizes } from "./sizes.ts";

/**
 * A skip whose size is another than that of what it meets: the larger one is cropped, the smaller
 * one made larger where it comes from, or sizes change.
 */
export function* otherSkip(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { clash } = diagnostic;
  if (site?.statement.kind === "array" && clash?.kind === "sizes") {
    const renames: Call[] = [];
    walkExpression(site.statement.value, (part) => {
      if (part.kind === "call" && part.callee === "rename") renames.push(part);
    });
    for (const text of clash.sizes) {
      for (const rename of renames) {
        const cropped = croppedTo(rename, text);
        if (cropped === undefined) continue;
        yield {
          title: `Crop \`${nameOf(rename)}\` to \`${text}\``,
          confidence: "likely",
          apply: () => withCall(context, site, rename, () => cropped),
        };
      }
    }
  }
  if (site !== undefined) yield* outputPadding(context, diagnostic, site);
  yield* twoSizes(context, diagnostic);
}

/** A rename that keeps only so many positions; the axis has its new name all the same. */
function croppedTo(rename: Call, text: string): Call | undefined {
  const size = parseSize(text);
  const { brackets } = rename;
  if (!size.ok || brackets?.targets.length !== 1) return undefined;
  const to = { word: "to", values: [{ size: size.value }] };
  return { ...rename, callee: "slice", brackets: { ...brackets, options: [to] } };
}

function nameOf({ args: [first] }: Call): string {
  const value: Expression | undefined = first?.value;
  return value?.kind === "name" ? value.name : "the array";
}
