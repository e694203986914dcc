import type { Diagnostic, SourceMap } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import type { Scene } from "../scene/scene.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import type { Blame } from "./blame.ts";

/** What a text says, without its types. */
export interface ReadText {
  readonly document: Document;
  /** The parser's alone. */
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceMap;
}

/** A text with everything derived from it; replaced as a whole when a newer one is ready. */
export interface Reading {
  /** The text that all the rest was derived from. */
  readonly text: string;
  readonly read: ReadText;
  readonly document: Document;
  readonly sources: SourceMap;
  /** The parser's diagnostics and the typing's. */
  readonly diagnostics: readonly Diagnostic[];
  readonly typed: TypedDiagram;
  /** Which line made which error, as far as the text before tells. */
  readonly blame: Blame;
  readonly scene: Scene;
  /** The width of rows that the scene was cut into to fit a screen; exports know nothing of it. */
  readonly rows?: number;
}
