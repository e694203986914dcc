import type { Demand } from "../../document/diagnostic-facts.ts";
import type { Statement } from "../../document/document.ts";
import { statementAt, withStatement } from "../edits/document-tree.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { type Site, textOf } from "./site.ts";
import { withSizeValue, writtenEntries } from "./written-sizes.ts";

/** The largest size that is tried. */
const LARGEST = 1_000_000;

/**
 * Where the sizes of copies do not fit together: other entries in the table that they are taken from,
 * another value of the size with which the first copy starts, or fewer copies.
 */
export function* sizesOfCopies(
  context: FixContext,
  site: Site | undefined,
  demand: Demand,
): Iterable<Candidate> {
  const [left, right] = demand.sizes;
  if (demand.relation === "equal" && demand.values !== undefined) {
    const [one, other] = demand.values;
    yield* otherEntry(context, right, one);
    yield* otherEntry(context, left, other);
  }
  if (demand.relation === "divides") {
    yield* multiples(context, left, demand);
    yield* commonDivisor(context, demand);
  }
  if (site !== undefined) yield* fewerCopies(context, site);
}

/** `w[2]` as the name and the number of an entry. */
function entryNamed(size: string): readonly [table: string, entry: number] | undefined {
  const [, table, entry] = /^([A-Za-z]\w*'*)\[(\d+)\]$/.exec(size) ?? [];
  return table === undefined ? undefined : [table, Number(entry)];
}

function* otherEntry(context: FixContext, size: string, value: number): Iterable<Candidate> {
  const [table, entry] = entryNamed(size) ?? [];
  if (table === undefined || entry === undefined || value < 1) return;
  yield {
    title: `Set \`${size}\` to ${value}`,
    confidence: "likely",
    apply: () => {
      const entries = writtenEntries(context, table).with(entry, `${value}`);
      return withSizeValue(context, table, `(${entries.join(", ")})`);
    },
  };
}

/** A size from which that of a later copy follows, or all entries of a table, as multiples. */
function* multiples(
  context: FixContext,
  size: string,
  { sizes, values }: Demand,
): Iterable<Candidate> {
  const [, parts] = values ?? [];
  const [table] = entryNamed(size) ?? [];
  if (table !== undefined && parts !== undefined && parts > 0) {
    const entries = writtenEntries(context, table).map((entry) =>
      /^\d+$/.test(entry) ? `${Math.ceil(Number(entry) / parts) * parts}` : entry,
    );
    yield {
      title: `Make all entries of \`${table}\` multiples of ${parts}`,
      confidence: "asks",
      apply: () => withSizeValue(context, table, `(${entries.join(", ")})`),
    };
    return;
  }
  const [name, ...others] = new Set(size.match(/[A-Za-z]\w*'*/g) ?? []);
  const value = name === undefined ? undefined : context.typed.sizes.get(name)?.value;
  if (name === undefined || value === undefined || others.length > 0) return;
  const step = [...sizes.join(" ").matchAll(/\d+/g)].reduce((all, [n]) => all * Number(n), 1);
  if (step < 2 || step > LARGEST || value > LARGEST) return;
  const below = Math.floor(Number(value) / step) * step;
  for (const next of [below + step, below]) {
    if (next < 1 || BigInt(next) === value) continue;
    yield {
      title: `Set \`${name}\` to ${next}`,
      confidence: "likely",
      apply: () => withSizeValue(context, name, `${next}`),
    };
  }
}

/** The largest number of parts into which all entries of a table split. */
function* commonDivisor(
  context: FixContext,
  { sizes: [whole, parts], values }: Demand,
): Iterable<Candidate> {
  const [table] = entryNamed(whole) ?? [];
  const most = values?.[1];
  if (table === undefined || most === undefined || !context.typed.sizes.has(parts)) return;
  const entries = writtenEntries(context, table).map(Number);
  if (!entries.every((entry) => Number.isInteger(entry) && entry > 0)) return;
  const smallest = Math.min(most, ...entries);
  const divisor = [...Array(Math.min(smallest, 4096)).keys()]
    .map((below) => smallest - below)
    .find((number) => entries.every((entry) => entry % number === 0));
  if (divisor === undefined || divisor === most) return;
  yield {
    title: `Set \`${parts}\` to ${divisor}`,
    confidence: "likely",
    apply: () => withSizeValue(context, parts, `${divisor}`),
  };
}

/** The innermost repeat around a line with fewer copies, the most of them first. */
function* fewerCopies(context: FixContext, { path }: Site): Iterable<Candidate> {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const around = path.slice(0, length);
    const statement = statementAt(context.document, around);
    if (statement?.kind !== "repeat" || statement.count.kind !== "number") continue;
    const count = Number(statement.count.value);
    for (let fewer = count - 1; fewer >= Math.max(1, count - 4); fewer -= 1) {
      const changed: Statement = { ...statement, count: { kind: "number", value: BigInt(fewer) } };
      yield {
        title: fewer === 1 ? "Repeat once" : `Repeat ${fewer} times`,
        confidence: "asks",
        apply: () => textOf(withStatement(context.document, around, changed)),
      };
    }
    return;
  }
}
