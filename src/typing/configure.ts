import { printSize } from "../../shapes/print.ts";
import {
  constant,
  constantValue,
  evaluate,
  type Size,
  substitute,
  symbol,
  symbolsOf,
  tableEntry,
} from "../../shapes/size.ts";
import { SizeSolver } from "../../shapes/solve.ts";
import type { DiagnosticFacts } from "../document/diagnostic-facts.ts";
import type { SizeRecord } from "./diagram.ts";
import { contradiction, refuted } from "./name-messages.ts";
import { nearestName } from "./nearest.ts";
import { demandOf, demandText, holds, namesIn } from "./requirement.ts";
import { localSymbol } from "./scope.ts";
import { unknownSize } from "./shape-messages.ts";
import { inFileOrder } from "./size-names.ts";
import type { SizeTable, SymbolicSizes, Tell } from "./size-table.ts";

/** Values from outside the file, by name; several for a table. */
export type SizeSettings = ReadonlyMap<string, bigint | readonly bigint[]>;

/** The definition that is the picture: settings may name its axes too. */
export interface Picture {
  readonly name: string;
  /** Every axis name that the definition writes. */
  axisNames(): ReadonlySet<string>;
}

/** Gives the sizes of a file their numbers: settings first, then defaults where they fit. */
export function configureSizes(
  sizes: SymbolicSizes,
  settings: SizeSettings,
  picture: Picture,
  tell: Tell,
): SizeTable {
  const { entries, tables } = configureTables(sizes, settings, tell);
  const values = new Map<string, bigint>(entries);
  const set = new Map<string, bigint>();
  for (const [name, value] of settings) {
    if (typeof value !== "bigint") continue;
    if (sizes.free.has(name) || sizes.equations.has(name)) set.set(name, value);
    else if (sizes.tables.has(name)) {
      tell(
        contradiction(`\`${name}\` is a table; set it like \`${name}=1,2\`.`, [], valueFacts(name)),
        placeOf(sizes, name),
      );
    } else if (picture.axisNames().has(name)) values.set(localSymbol(name, picture.name), value);
    else {
      const nearest = nearestName(name, [...sizes.names, ...picture.axisNames()]);
      tell(
        unknownSize(`There is no size or axis named \`${name}\` to set.`, { name }, nearest),
        {},
      );
    }
  }
  const numbers = chooseValues(sizes, set, tell);
  for (const [name, value] of numbers) values.set(name, value);
  checkPositive(sizes, values, tell);
  checkDivisions(sizes, values, tell);
  return {
    facts: sizes.facts,
    names: sizes.names,
    size: (name) => sizes.equations.get(name) ?? (sizes.free.has(name) ? symbol(name) : undefined),
    table: (name) => tables.get(name),
    values,
    records: recordsOf({ ...sizes, tables }, set, values),
  };
}

function configureTables(
  sizes: SymbolicSizes,
  settings: SizeSettings,
  tell: Tell,
): { entries: Map<string, bigint>; tables: ReadonlyMap<string, readonly Size[]> } {
  const entries = new Map(sizes.entries);
  const tables = new Map(sizes.tables);
  for (const [name, value] of settings) {
    if (typeof value === "bigint") continue;
    const length = tables.get(name)?.length;
    if (length === undefined) {
      const known = sizes.free.has(name) || sizes.equations.has(name);
      const nearest = nearestName(name, sizes.names);
      const message = known
        ? contradiction(
            `\`${name}\` is one size, not a table of ${value.length}.`,
            [],
            valueFacts(name),
          )
        : unknownSize(
            `There is no table of sizes named \`${name}\` to set.`,
            { name, isTable: true },
            nearest,
          );
      tell(message, known ? placeOf(sizes, name) : {});
      continue;
    }
    for (let i = 0; i < length; i++) entries.delete(`${name}[${i}]`);
    tables.set(
      name,
      value.map((_, i) => tableEntry(name, constant(BigInt(i)))),
    );
    for (const [i, entry] of value.entries()) entries.set(`${name}[${i}]`, entry);
  }
  return { entries, tables };
}

/** A `/` between sizes of the file has to come out whole at the values. */
function checkDivisions(
  sizes: SymbolicSizes,
  values: ReadonlyMap<string, bigint>,
  tell: Tell,
): void {
  for (const requirement of sizes.requirements) {
    if (holds(requirement, (name) => values.get(name)) !== false) continue;
    const where = [...namesIn(requirement, sizes.names)].flatMap((name) => {
      const value = values.get(name);
      return value === undefined ? [] : [`${name} = ${value}`];
    });
    const demand = demandText(requirement, sizes.names);
    const title = where.length === 0 ? `${demand}.` : `${demand}, but ${where.join(" and ")}.`;
    const why = "A size divided by `/` comes out whole; `//` rounds down.";
    const demanded = demandOf(requirement, sizes.names, (name) => values.get(name));
    tell(refuted(title, [why], demanded), { node: requirement.node });
  }
}

/** Numbers for the free sizes that agree with what is set. */
function chooseValues(
  sizes: SymbolicSizes,
  set: ReadonlyMap<string, bigint>,
  tell: Tell,
): ReadonlyMap<string, bigint> {
  const defaults = new Map<string, bigint>();
  for (const [name, value] of sizes.free) {
    if (value !== undefined && !set.has(name)) defaults.set(name, value);
  }
  const whole = solveWith(sizes, set, defaults);
  if (whole) return whole;
  const equated = [...set.keys()].flatMap((name) => {
    const equation = sizes.equations.get(name);
    return equation ? inFileOrder(symbolsOf(equation), sizes.names) : [];
  });
  const candidates = [...new Set(equated)].filter((name) => defaults.has(name));
  const ways = candidates.flatMap((name) => {
    const rest = new Map(defaults);
    rest.delete(name);
    const found = solveWith(sizes, set, rest);
    return found ? [{ name, found }] : [];
  });
  const [way] = ways;
  if (way && ways.length === 1) return way.found;
  reportContradiction(
    sizes,
    { set, defaults, ways: ways.map(({ name, found }) => [name, found.get(name)]) },
    tell,
  );
  return new Map([...defaults, ...[...set].filter(([name]) => sizes.free.has(name))]);
}

function solveWith(
  sizes: SymbolicSizes,
  set: ReadonlyMap<string, bigint>,
  defaults: ReadonlyMap<string, bigint>,
): Map<string, bigint> | undefined {
  const numbers = new Map(defaults);
  for (const [name, value] of set) if (sizes.free.has(name)) numbers.set(name, value);
  const solver = new SizeSolver<string>((name) => sizes.free.has(name));
  const known = (name: string) => {
    const value = numbers.get(name);
    return value === undefined ? undefined : constant(value);
  };
  for (const [name, value] of set) {
    const equation = sizes.equations.get(name);
    if (equation) solver.equate(substitute(equation, known), constant(value), name);
  }
  const outcome = solver.settle();
  if (outcome.conflicts.length > 0 || outcome.deferred.some((open) => open.rigid)) return undefined;
  for (const name of sizes.free.keys()) {
    if (numbers.has(name)) continue;
    const value = constantValue(solver.resolve(symbol(name)));
    if (value !== undefined) numbers.set(name, value);
  }
  return [...numbers.values()].every((value) => value >= 1n) ? numbers : undefined;
}

function reportContradiction(
  sizes: SymbolicSizes,
  found: {
    readonly set: ReadonlyMap<string, bigint>;
    readonly defaults: ReadonlyMap<string, bigint>;
    readonly ways: readonly (readonly [string, bigint | undefined])[];
  },
  tell: Tell,
): void {
  const { set, defaults, ways } = found;
  for (const [name, value] of set) {
    const equation = sizes.equations.get(name);
    if (!equation) continue;
    const numberAt = (symbol_: string) => set.get(symbol_) ?? defaults.get(symbol_);
    const computed = evaluate(equation, numberAt);
    if (computed === value) continue;
    const names = inFileOrder(symbolsOf(equation), sizes.names);
    const known = names.map((s) => `${s} = ${numberAt(s) ?? "?"}`);
    const title = `\`${name}\` is set to ${value}, but ${name} = ${printSize(equation, sizes.names)} gives ${computed ?? "no such number"}.`;
    const why = [
      `${known.join(", ")}.`,
      ...ways.map(([other, number]) => `It fits with ${other} = ${number ?? "?"}.`),
    ];
    tell(contradiction(title, why, valueFacts(name)), placeOf(sizes, name));
    return;
  }
}

function checkPositive(
  sizes: SymbolicSizes,
  values: ReadonlyMap<string, bigint>,
  tell: Tell,
): void {
  for (const name of sizes.names) {
    const size = sizes.equations.get(name) ?? (sizes.free.has(name) ? symbol(name) : undefined);
    const value = size && evaluate(size, (s) => values.get(s));
    if (value !== undefined && value < 1n) {
      tell(
        contradiction(`\`${name}\` is ${value}, but a size is at least 1.`, [], valueFacts(name)),
        placeOf(sizes, name),
      );
    }
  }
  for (const [entry, value] of values) {
    if (!entry.endsWith("]") || value >= 1n) continue;
    const [table = "", index] = entry.slice(0, -1).split("[");
    const facts = { ...valueFacts(table), entry: Number(index) };
    tell(
      contradiction(`\`${entry}\` is ${value}, but a size is at least 1.`, [], facts),
      placeOf(sizes, table),
    );
  }
}

function recordsOf(
  sizes: SymbolicSizes,
  set: ReadonlyMap<string, bigint>,
  values: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, SizeRecord> {
  const records = new Map<string, SizeRecord>();
  for (const name of sizes.names) {
    const table = sizes.tables.get(name);
    const equation = sizes.equations.get(name);
    const size = equation ?? symbol(name);
    const value = table ? undefined : evaluate(size, (s) => values.get(s));
    const given = sizes.free.get(name);
    records.set(name, {
      name,
      size,
      ...(value !== undefined && { value }),
      from: set.has(name)
        ? "setting"
        : equation
          ? "equation"
          : table || (given !== undefined && given === value)
            ? "file"
            : value !== undefined
              ? "inferred"
              : "free",
      ...(table && { table }),
    });
  }
  return records;
}

function valueFacts(name: string): DiagnosticFacts & { kind: "value" } {
  return { kind: "value", name };
}

function placeOf(sizes: SymbolicSizes, name: string) {
  return sizes.places.get(name) ?? {};
}
