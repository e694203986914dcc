import type { Size } from "../../shapes/size.ts";
import type { TypedDiagram, Value } from "../../src/typing/diagram.ts";

/**
 * Everything that typing found, in its order, as one text. A value is numbered where it first stands,
 * so that two that are one object here and two objects there differ.
 */
export function writtenOut({ definitions, main, sizes, diagnostics }: TypedDiagram): string {
  const numbers = new Map<object, number>();
  const numberOf = (value: object) => {
    const number = numbers.get(value) ?? numbers.size;
    numbers.set(value, number);
    return number;
  };
  const plain = (value: unknown): unknown => {
    if (typeof value === "bigint") return `${value}n`;
    if (typeof value === "function") return "function";
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Map || value instanceof Set) return [...value].map(plain);
    if (Array.isArray(value)) return value.map(plain);
    if (isSize(value)) return `size ${value.uid}`;
    if ("hash" in value && value !== open) return `definition ${value.hash}`;
    if ("infer" in value && "name" in value) return `operation ${value.name}`;
    const parts = Object.entries(value).map(([key, part]) => [key, plain(part)]);
    return isValue(value) ? ["value", numberOf(value), ...parts] : parts;
  };
  let open: unknown;
  const opened = [...definitions.values()].map((definition) => {
    open = definition;
    return plain(definition);
  });
  return JSON.stringify([opened, main.hash, plain(sizes), plain(diagnostics)], null, 1);
}

function isSize(value: object): value is Size {
  return "terms" in value && "uid" in value;
}

function isValue(value: object): value is Value {
  return "maker" in value && "type" in value;
}
