import type { Clash, DiagnosticCode, Label } from "../document/diagnostic.ts";
import type { DiagnosticFacts } from "../document/diagnostic-facts.ts";
import type { Misplaced } from "./stand-ins.ts";

/** The words of a diagnostic, before it has a place. */
export interface Message {
  readonly code: DiagnosticCode;
  readonly severity?: "warning" | "info";
  readonly title: string;
  readonly why?: readonly string[];
  readonly labels?: readonly Label[];
  readonly clash?: Clash;
  readonly facts?: DiagnosticFacts;
  /** Axes that are in dispute from here on; no more is said about them. */
  readonly disputes?: readonly string[];
  /** Axes that stand where others should; what follows from that is not said. */
  readonly misplaced?: Misplaced;
}

/** More names than this are no help to a reader. */
export const MOST_NAMES = 6;

/** Names along a path, as `A → B → C`; of a long path its beginning and its end. */
export function pathText(names: readonly string[]): string {
  const shown =
    names.length > MOST_NAMES
      ? [...names.slice(0, MOST_NAMES / 2), "…", ...names.slice(-MOST_NAMES / 2)]
      : names;
  return shown.join(" → ");
}

/** The reason that names what the author may have meant, if anything is near. */
export function suggestion(nearest: string | undefined): readonly string[] {
  return nearest === undefined ? [] : [`The nearest name is \`${nearest}\`.`];
}
