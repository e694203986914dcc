import type { DetailLevel, Document } from "../document/document.ts";
import type { FixContext } from "../editor/fixes/candidate.ts";
import { fixContextOf } from "../editor/fixes/context.ts";
import { labelProblems } from "../editor/label-problems.ts";
import { parse } from "../language/parse.ts";
import type { SizeSettings } from "../typing/configure.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { inferDiagram } from "../typing/infer.ts";
import type { Input } from "./input.ts";
import { type Finding, locate } from "./report.ts";
import { openBlocks, showBlock, showLevel } from "./view.ts";

/** A file that has been read and checked. */
export interface OpenedDiagram {
  readonly input: Input;
  readonly document: Document;
  readonly typed: TypedDiagram;
  /** Everything that is wrong, in the order of the text. */
  readonly findings: readonly Finding[];
  /** What fixes are looked for in. */
  readonly fixing: FixContext;
}

/** Which block is the picture, which calls are open and what is shown, beside what the file says. */
export interface View {
  readonly main: string | undefined;
  readonly open: readonly string[];
  readonly level?: DetailLevel;
}

/** Reads and checks a file. */
export function openDiagram(
  input: Input,
  sizes: SizeSettings,
  view: View = { main: undefined, open: [] },
): OpenedDiagram {
  const { document: written, diagnostics, source } = parse(input.text);
  const shown = showBlock(written, view.main);
  const typed = inferDiagram(shown, { sizes });
  const all = [...diagnostics, ...typed.diagnostics, ...labelProblems(written)];
  const read = { text: input.text, document: shown, sources: source, typed, diagnostics: all };
  return {
    input,
    document: showLevel(openBlocks(shown, typed, view.open), view.level),
    typed,
    findings: locate(input.name, all, source),
    fixing: fixContextOf(read, { sizes }),
  };
}
