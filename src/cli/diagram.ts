import type { Document } from "../document/document.ts";
import { parse } from "../language/parse.ts";
import type { SizeSettings } from "../typing/configure.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { inferDiagram } from "../typing/infer.ts";
import type { Input } from "./input.ts";
import { type Finding, locate } from "./report.ts";
import { openBlocks, showBlock } from "./view.ts";

/** A file that has been read and checked. */
export interface OpenedDiagram {
  readonly input: Input;
  readonly document: Document;
  readonly typed: TypedDiagram;
  /** Everything that is wrong, in the order of the text. */
  readonly findings: readonly Finding[];
}

/** Which block is the picture and which calls are open, beside what the file says. */
export interface View {
  readonly main: string | undefined;
  readonly open: readonly string[];
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
  return {
    input,
    document: openBlocks(shown, typed, view.open),
    typed,
    findings: locate(input.name, [...diagnostics, ...typed.diagnostics], source),
  };
}
