import type { ArrayType, Entries } from "../../shapes/array-type.ts";
import { printSize } from "../../shapes/print.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { arrayTypes } from "./array-types.ts";

/** The version of the envelope; the text inside has its own. */
const VERSION = 1;

/** One array for other programs; a value is a number up to 2⁵³ and a string beyond. */
interface ArrayJson {
  readonly axes: readonly {
    readonly name: string;
    readonly size: string;
    readonly value?: number | string;
  }[];
  readonly entries: string;
}

/**
 * The text of a diagram in an envelope with the type of every array, by block and name. Only the
 * text is read back.
 */
export function emitJson(text: string, typed: TypedDiagram): string {
  const types = Object.fromEntries(
    [...typed.definitions].map(([block, definition]) => [
      block,
      Object.fromEntries(
        [...arrayTypes(definition)].map(([name, type]) => [name, arrayJson(type, typed)]),
      ),
    ]),
  );
  return `${JSON.stringify({ format: "axisloom", version: VERSION, text, types }, null, 2)}\n`;
}

function arrayJson({ shape, entries }: ArrayType, typed: TypedDiagram): ArrayJson {
  return {
    axes: shape.map(({ name, size }) => {
      const value = typed.evaluate(size);
      return {
        name,
        size: printSize(size),
        ...(value !== undefined && { value: wholeNumber(value) }),
      };
    }),
    entries: entriesWord(entries),
  };
}

function entriesWord(entries: Entries): string {
  return entries.kind === "index" ? `of ${entries.axis}` : entries.kind;
}

function wholeNumber(value: bigint): number | string {
  return value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : value.toString();
}
