import { dropRecord, readRecord, recordKeys, writeRecord } from "./local-record.ts";

/** The text whose history it is, and the document or the file on disk that it is the text of. */
export interface StepsKey {
  readonly text: string;
  readonly of: { readonly document: string } | { readonly file: string };
}

const STEPS = "axisloom.history";

/** Keeps the steps that led to a text; what cannot be kept is given up, for the text goes before. */
export function keepSteps(key: StepsKey, steps: unknown): boolean {
  const isKept = writeRecord(keyOf(key), { text: key.text, steps });
  if (!isKept) dropRecord(keyOf(key));
  return isKept;
}

/** The steps that were kept of this very text, as they were given. */
export function keptSteps(key: StepsKey): unknown {
  const found = readRecord(keyOf(key));
  return found?.["text"] === key.text ? found["steps"] : undefined;
}

/** Gives up all steps that were kept, to make room. */
export function forgetAllSteps(): void {
  for (const key of recordKeys(STEPS)) dropRecord(key);
}

/** Gives up the steps of documents that are kept no more. */
export function forgetStepsBut(documents: readonly string[]): void {
  const held = new Set(documents.map((document) => keyOf({ text: "", of: { document } })));
  for (const key of recordKeys(`${STEPS}.#`)) if (!held.has(key)) dropRecord(key);
}

function keyOf({ of }: StepsKey): string {
  if ("file" in of) return `${STEPS}.${of.file}`;
  return of.document === "" ? STEPS : `${STEPS}.#${of.document}`;
}
