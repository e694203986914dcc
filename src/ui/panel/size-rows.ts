import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { Document } from "../../document/document.ts";
import type { EditContext } from "../../editor/edit.ts";
import { sizeUses } from "../../editor/edits/size-uses.ts";
import type { SizeRecord } from "../../typing/diagram.ts";

/** One size of the file. */
export interface SizeRow {
  readonly record: SizeRecord;
  /** The value as written, `""` where it is free. */
  readonly text: string;
  readonly uses: number;
}

/** The sizes that the file defines, in the order of the text. */
export function sizeRows({ document, typed }: EditContext): readonly SizeRow[] {
  return [...typed.sizes.values()].flatMap((record) => {
    const text = writtenSize(document, record.name);
    if (text === undefined) return [];
    return [{ record, text, uses: sizeUses(document, record.name) }];
  });
}

/** The value of a size as its line says it; `undefined` where the file does not define it. */
export function writtenSize(document: Document, name: string): string | undefined {
  for (const statement of document.statements) {
    if (statement.kind !== "size") continue;
    const found = statement.sizes.find((size) => size.name === name);
    if (found === undefined) continue;
    if (found.table !== undefined) return `(${found.table.map(printSizeExpression).join(", ")})`;
    return found.value === undefined ? "" : printSizeExpression(found.value);
  }
  return undefined;
}
