import { forgetStepsBut } from "./kept-steps.ts";
import { dropRecord, readRecord, recordIn, recordKeys, writeRecord } from "./local-record.ts";

/** A document as this browser keeps it between visits. */
export interface KeptDocument {
  readonly text: string;
  /** File name without its ending, when the text came from a file or was saved to one. */
  readonly name?: string;
  /** What people call it. */
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  /** Another one with every save, by which a tab knows whether it has seen this. */
  readonly version: string;
  /** The version that the tab which saved had seen before; `""` where there was none. */
  readonly after: string;
  /** Whether anything was done to it since it was opened. */
  readonly isEdited: boolean;
}

/** A kept document with what it goes by. */
export interface KeptEntry extends KeptDocument {
  readonly id: string;
}

const DOCUMENT = "axisloom.document";

/** So many documents are kept; what nobody worked on goes first, then what was saved longest ago. */
const MOST_DOCUMENTS = 20;

/** What a new document or a new version goes by. */
export function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

/** Keeps a document; false when the browser has no room or refuses. */
export function keepDocument(id: string, kept: KeptDocument): boolean {
  const isNew = readRecord(keyOf(id)) === undefined;
  const isKept = writeRecord(keyOf(id), kept);
  if (isNew && isKept) forgetOldest(id);
  return isKept;
}

/** A document by its id, `undefined` when there is nothing readable. */
export function keptDocument(id: string): KeptDocument | undefined {
  return documentIn(readRecord(keyOf(id)));
}

/** All documents that are kept, the one saved last first. */
export function keptDocuments(): readonly KeptEntry[] {
  return recordKeys(DOCUMENT)
    .flatMap((key) => {
      const id = idOf(key);
      const kept = id === undefined ? undefined : keptDocument(id);
      return id === undefined || kept === undefined ? [] : [{ ...kept, id }];
    })
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** Hears of every version of a document that another tab of this browser saves, in their order. */
export function onSavedElsewhere(hear: (id: string, saved: KeptDocument) => void): void {
  addEventListener("storage", ({ key, newValue, storageArea }: StorageEvent) => {
    if (storageArea !== localStorage || key === null) return;
    const id = idOf(key);
    const saved = documentIn(recordIn(newValue));
    if (id !== undefined && saved !== undefined) hear(id, saved);
  });
}

function forgetOldest(but: string): void {
  const others = keptDocuments().filter(({ id }) => id !== but);
  const byWorth = others.toSorted((a, b) => Number(b.isEdited) - Number(a.isEdited));
  for (const { id } of byWorth.slice(MOST_DOCUMENTS - 1)) dropRecord(keyOf(id));
  forgetStepsBut([but, ...byWorth.slice(0, MOST_DOCUMENTS - 1).map(({ id }) => id)]);
}

/** The document of the first versions of the editor, which kept one, has no id. */
function keyOf(id: string): string {
  return id === "" ? DOCUMENT : `${DOCUMENT}.${id}`;
}

function idOf(key: string): string | undefined {
  if (key === DOCUMENT) return "";
  return key.startsWith(`${DOCUMENT}.`) ? key.slice(DOCUMENT.length + 1) : undefined;
}

function documentIn(found: Record<string, unknown> | undefined): KeptDocument | undefined {
  const text = found?.["text"];
  if (found === undefined || typeof text !== "string") return undefined;
  const word = (name: string): string => {
    const value = found[name];
    return typeof value === "string" ? value : "";
  };
  const { name, savedAt, isEdited } = found;
  return {
    text,
    ...(typeof name === "string" && { name }),
    title: word("title"),
    savedAt: typeof savedAt === "number" ? savedAt : 0,
    version: word("version"),
    after: word("after"),
    isEdited: isEdited !== false,
  };
}
