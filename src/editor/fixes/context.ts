import type { Diagnostic } from "../../document/diagnostic.ts";
import { parse } from "../../language/parse.ts";
import { inferDiagram, type Settings } from "../../typing/infer.ts";
import { labelProblems } from "../label-problems.ts";
import type { FixContext } from "./candidate.ts";

/** Reads a text and finds what is wrong with it, as fixes are looked for. */
export function fixContext(text: string, settings?: Settings): FixContext {
  const { document, diagnostics, source } = parse(text);
  const typed = inferDiagram(document, settings);
  const all = [...diagnostics, ...typed.diagnostics, ...labelProblems(document)];
  return fixContextOf({ text, document, sources: source, typed, diagnostics: all }, settings);
}

/** What has been read already, as fixes are looked for. */
export function fixContextOf(read: Omit<FixContext, "check">, settings?: Settings): FixContext {
  return { ...read, check: (text) => diagnosticsOf(text, settings) };
}

function diagnosticsOf(text: string, settings: Settings | undefined): readonly Diagnostic[] {
  const { document, diagnostics } = parse(text);
  return [
    ...diagnostics,
    ...inferDiagram(document, settings).diagnostics,
    ...labelProblems(document),
  ];
}
