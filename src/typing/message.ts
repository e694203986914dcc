import type { DiagnosticCode } from "../document/diagnostic.ts";

/** The words of a diagnostic, before it has a place. */
export interface Message {
  readonly code: DiagnosticCode;
  readonly severity?: "warning" | "info";
  readonly title: string;
  readonly why?: readonly string[];
  /** Axes whose size is in dispute from here on; no more is said about them. */
  readonly disputes?: readonly string[];
}

/** The reason that names what the author may have meant, if anything is near. */
export function suggestion(nearest: string | undefined): readonly string[] {
  return nearest === undefined ? [] : [`The nearest name is \`${nearest}\`.`];
}
