import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Document } from "../../document/document.ts";
import type { TypedDiagram } from "../../typing/diagram.ts";
import { inferDiagram } from "../../typing/infer.ts";
import type { EditContext } from "../edit.ts";

/** A document that was typed to see what it would be like. */
export interface Trial {
  readonly document: Document;
  readonly typed: TypedDiagram;
  /** Errors that the document did not have before, without those that only say what is not given. */
  readonly errors: readonly Diagnostic[];
  /** How many warnings are new. */
  readonly warnings: number;
}

/** Types a document and compares what is wrong with it to what was wrong before. */
export function tryOut(context: EditContext, document: Document): Trial {
  const typed = inferDiagram(document);
  const before = new Map<string, number>();
  for (const each of context.typed.diagnostics) {
    before.set(keyOf(each), (before.get(keyOf(each)) ?? 0) + 1);
  }
  const fresh = typed.diagnostics.filter((each) => {
    const left = before.get(keyOf(each)) ?? 0;
    before.set(keyOf(each), left - 1);
    return left <= 0;
  });
  return {
    document,
    typed,
    errors: fresh.filter(({ severity, code }) => severity === "error" && code !== "S05"),
    warnings: fresh.filter(({ severity }) => severity === "warning").length,
  };
}

/** How little is wrong with a trial; fewer errors count more than fewer warnings. */
export function faultsOf({ errors, warnings }: Trial): number {
  return errors.length * 1000 + Math.min(warnings, 999);
}

/** The first of the documents with nothing new wrong, else the one with the least; at most `most` are tried. */
export function bestOf(
  context: EditContext,
  candidates: Iterable<Document>,
  most = 32,
): Trial | undefined {
  let best: Trial | undefined;
  let tried = 0;
  for (const candidate of candidates) {
    const trial = tryOut(context, candidate);
    if (best === undefined || faultsOf(trial) < faultsOf(best)) best = trial;
    tried += 1;
    if (faultsOf(best) === 0 || tried >= most) break;
  }
  return best;
}

function keyOf({ code, title, place }: Diagnostic): string {
  return `${code} ${place.node ?? ""} ${title}`;
}
