import { printSize } from "../../shapes/print.ts";
import { constant, evaluate, type Size, symbol, symbolsOf } from "../../shapes/size.ts";
import { SizeSolver } from "../../shapes/solve.ts";
import type { SizeSettings } from "./configure.ts";
import type { TypedDefinition } from "./diagram.ts";
import type { Message } from "./message.ts";
import { contradiction } from "./name-messages.ts";
import { localSymbol } from "./scope.ts";
import type { SizeTable } from "./size-table.ts";

/** What settings of inferred axes come to: other settings that make them true, and contradictions. */
export interface AxisSettings {
  /** Present when a setting of an axis such as s = ⌈n/2⌉ says what another size is. */
  readonly instead?: SizeSettings;
  readonly messages: readonly Message[];
}

/** Compares settings that name axes of the picture with the sizes that were inferred for them. */
export function resolveAxisSettings(
  main: TypedDefinition,
  table: SizeTable,
  settings: SizeSettings,
): AxisSettings {
  const messages: Message[] = [];
  for (const [name, value] of settings) {
    const size = main.axes.get(name)?.axis.size;
    if (!size || typeof value !== "bigint" || table.size(name) || table.table(name)) continue;
    if (size === symbol(localSymbol(name, main.name))) continue;
    const known = evaluate(size, (other) => table.values.get(other));
    if (known === value) continue;
    const solved = known === undefined ? solveFor(size, value, table) : undefined;
    if (solved && !settings.has(solved.name)) {
      const instead = new Map(settings);
      instead.delete(name);
      return { instead: instead.set(solved.name, solved.value), messages };
    }
    const is = `${name} = ${printSize(size, table.names)}`;
    const title = `\`${name}\` is set to ${value}, but ${is}${known === undefined ? "" : ` is ${known}`}.`;
    messages.push(contradiction(title, [], { kind: "value", name }));
  }
  return { messages };
}

/** The one size without a value that makes the size what it is set to, if that is the only way. */
function solveFor(
  size: Size,
  value: bigint,
  table: SizeTable,
): { readonly name: string; readonly value: bigint } | undefined {
  const open = [...symbolsOf(size)].filter((name) => !table.values.has(name));
  const [name] = open;
  if (name === undefined || open.length > 1) return undefined;
  const solver = new SizeSolver<string>((other) => symbolsOf(size).has(other));
  for (const other of symbolsOf(size)) {
    const number = table.values.get(other);
    if (number !== undefined) solver.equate(symbol(other), constant(number), other);
  }
  solver.equate(size, constant(value), "setting");
  const found = solver.resolve(symbol(name));
  const number = evaluate(found, () => undefined);
  if (number === undefined || solver.contradictions().length > 0) return undefined;
  return { name: name.replace(/#.*$/, ""), value: number };
}
