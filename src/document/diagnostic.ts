import type { DiagnosticFacts } from "./diagnostic-facts.ts";
import type { NodeId } from "./document.ts";

/** The codes of LANGUAGE and TYPING: text, names, shapes. */
export type DiagnosticCode = `${"T" | "N" | "S"}${number}`;

/** Part of a line; lines and columns count from 1, `endColumn` is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/**
 * Where a diagnostic points. `part` narrows it: `axis NAME`, `option WORD`, `name` (the callee),
 * `result NAME`, `argument` (an operand, where the call around it takes it). Spans are looked up in the
 * source map as `${node}#${part}`, then `node`.
 */
export interface Place {
  readonly node?: NodeId;
  readonly part?: string;
  /** Set where there is no node: a line that did not parse, a header line. */
  readonly span?: Span;
}

/** Axes that should meet and do not: what a picture marks where that happens. */
export type Clash =
  /** The operation needs axes that its argument does not have. */
  | { readonly kind: "missing"; readonly axes: readonly string[] }
  /** The result has axes that are not written, or lacks some that are. */
  | {
      readonly kind: "shape";
      readonly extra: readonly string[];
      readonly lacking: readonly string[];
    }
  /** One axis with two sizes, or two axes that must have one. */
  | {
      readonly kind: "sizes";
      readonly axes: readonly string[];
      readonly sizes: readonly [string, string];
      /** The operations that have led the sizes to where they meet. */
      readonly along?: readonly NodeId[];
    };

/** What a mistake says at another place that has a part in it. */
export interface Label {
  /** Of an array its `result`, where it leaves what makes it. */
  readonly at: Place;
  /** A sentence that stands at that place: "`y` is 20 here." */
  readonly text: string;
}

/** A mistake or remark about the user's diagram; never thrown, always collected. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning" | "info";
  /** One sentence of at most about 90 characters that stands alone. */
  readonly title: string;
  readonly place: Place;
  /** The chain of reasons, one sentence each, and example sizes where they help. */
  readonly why: readonly string[];
  /** At the places that it rests on, where typing knows more of them than their shapes. */
  readonly labels?: readonly Label[];
  readonly clash?: Clash;
  readonly facts?: DiagnosticFacts;
}

/** Spans of statements, expressions and their parts, keyed as `Place` says. */
export type SourceMap = ReadonlyMap<string, Span>;
