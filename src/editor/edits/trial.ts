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
  /** What is new and of less weight: warnings, and what is not given yet. */
  readonly warnings: number;
  readonly open: number;
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
    open: fresh.filter(({ code }) => code === "S05").length,
  };
}

/** A written shape follows an edit, so that it weighs less; a `?` is worse than one mistake. */
const WEIGHT = { error: 1000, shape: 100, open: 2000, warning: 1 };

/** How much is wrong with a trial, for comparing it to others. */
function faultsOf({ errors, warnings, open }: Trial): number {
  const shapes = errors.filter(({ code }) => code === "N04").length;
  return (
    (errors.length - shapes) * WEIGHT.error +
    shapes * WEIGHT.shape +
    open * WEIGHT.open +
    warnings * WEIGHT.warning
  );
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
