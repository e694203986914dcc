import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Demand } from "../../document/diagnostic-facts.ts";
import type { AxisTerm, NodeId, Statement } from "../../document/document.ts";
import { expressionsOf, walkExpression } from "../../document/parts.ts";
import {
  findNode,
  type PlacedStatement,
  statementsOf,
  withStatement,
} from "../edits/document-tree.ts";
import { axesUsed, freshAxisName } from "../edits/names.ts";
import { rewriteAxes } from "../edits/rewrite-axes.ts";
import { makerOf } from "../edits/scope.ts";
import { type Candidate, type FixContext, spanOf } from "./candidate.ts";
import { nearNumbers, withLineText, withoutLine } from "./lines.ts";
import { oneAxis, renamedAtMaker } from "./renaming.ts";
import { axesOf, callAt, type Site, siteOf, textOf, withCall } from "./site.ts";
import { sizesOfCopies } from "./sizes-of-copies.ts";
import { withoutSizeValue, withSizeValue, writtenEntries } from "./written-sizes.ts";

/** One axis with two sizes, or two sizes that must be one. */
export function* twoSizes(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  if (site === undefined) return;
  const { clash, code, facts } = diagnostic;
  const told = facts?.kind === "two sizes" ? facts.sizes : [];
  const sizes = clash?.kind === "sizes" ? clash.sizes : told;
  const axes = clash?.kind === "sizes" ? clash.axes : [];
  if (code === "S03") yield* declaredEqual(context, sizes);
  const [first, second] = axes;
  if (code === "S03" && first !== undefined && second !== undefined) {
    yield* oneAxis(context, site, { from: second, to: first });
  }
  const [same, ...others] = otherSizes(context, site, sizes, axes);
  if (same !== undefined) yield same;
  yield* otherAxis(context, site, axes);
  if (facts?.kind === "rounding") yield* valuesNear(context, [...sizes, ...facts.needs]);
  yield* others;
  if (code !== "S03") yield* declaredEqual(context, sizes);
  const span = spanOf(context, diagnostic);
  if (span !== undefined) yield* nearNumbers(context, span.line);
}

/** A declared size defined by the other one. */
function* declaredEqual(context: FixContext, sizes: readonly string[]): Iterable<Candidate> {
  const { typed } = context;
  for (const [name, by] of [sizes.toReversed(), sizes]) {
    if (name === undefined || by === undefined || !typed.sizes.has(name)) continue;
    const isFree = typed.sizes.get(name)?.from === "free";
    const says = typed.sizes.has(by)
      ? `Make \`${name}\` the same size as \`${by}\``
      : `Let \`${name}\` be ${by}`;
    yield {
      title: says,
      confidence: isFree && typed.sizes.has(by) ? "safe" : "likely",
      apply: () => withSizeValue(context, name, by.replaceAll("·", "*").replaceAll(" ", "")),
    };
  }
}

/** The lines that may say a size: the one in question, those that make what it reads, and inputs. */
function linesAround(
  { document }: FixContext,
  { path, statement, place, node }: Site,
): readonly PlacedStatement[] {
  const names = (node?.operands ?? []).flatMap(({ name }) => name ?? []);
  for (const expression of expressionsOf(statement)) {
    walkExpression(expression, (part) => {
      if (part.kind === "name") names.push(part.name);
    });
  }
  const makers = names.flatMap((name) => makerOf(document, place, name) ?? []);
  const inputs = statementsOf(document, place).filter(
    ({ statement: { kind } }) => kind === "input",
  );
  const all = [{ path, statement }, ...makers, ...inputs];
  return all.filter(
    (line, at) => all.findIndex((each) => each.path.join() === line.path.join()) === at,
  );
}

/** Sizes that are written where an axis stands: put another way, or left out. */
function* otherSizes(
  context: FixContext,
  site: Site,
  sizes: readonly string[],
  axes: readonly string[],
): Iterable<Candidate> {
  for (const line of linesAround(context, site)) {
    for (const name of sizedAxes(context, line.statement)) {
      if (axes.length > 0 && !axes.includes(name)) continue;
      for (const size of sizes) {
        if (/^(\d+|[A-Za-z]\w*'*)$/.test(size)) yield sized(context, line, name, size);
      }
      yield sized(context, line, name, undefined);
    }
  }
}

function sizedAxes({ document }: FixContext, statement: Statement): readonly string[] {
  const names: string[] = [];
  rewriteAxes(document, statement, {
    ...SAME,
    axis(term) {
      if (term.size !== undefined) names.push(term.name);
      return term;
    },
  });
  return [...new Set(names)];
}

const SAME = {
  axis: (term: Extract<AxisTerm, { kind: "axis" }>) => term,
  axisName: (name: string) => name,
  sizeName: (name: string) => name,
  bareName: (name: string) => name,
};

function sized(
  { document }: FixContext,
  { path, statement }: PlacedStatement,
  axis: string,
  size: string | undefined,
): Candidate {
  const what = statement.kind === "array" ? ` in \`${statement.results[0]?.name}\`` : "";
  return {
    title:
      size === undefined
        ? `Leave the size of \`${axis}\` open${what}`
        : `Set \`${axis}\` to ${size}${what}`,
    confidence: "asks",
    apply() {
      const changed = rewriteAxes(document, statement, {
        ...SAME,
        axis(term) {
          if (term.name !== axis || term.size === undefined) return term;
          const { size: _, ...bare } = term;
          if (size === undefined) return bare;
          return /^\d+$/.test(size)
            ? { ...bare, size: { kind: "number", value: BigInt(size) } }
            : /^\w+'*$/.test(size)
              ? { ...bare, size: { kind: "name", name: size } }
              : bare;
        },
      });
      return changed === statement ? undefined : textOf(withStatement(document, path, changed));
    },
  };
}

/** The axis under a name of its own where it comes in with the other size. */
function* otherAxis(context: FixContext, site: Site, axes: readonly string[]): Iterable<Candidate> {
  const taken = axesUsed(context.document, context.typed, site.place);
  for (const axis of axes) {
    const renaming = { from: axis, to: freshAxisName(axis, taken) };
    for (const value of site.node?.results ?? []) {
      if (axesOf(value).includes(axis)) yield* renamedAtMaker(context, site, value, renaming);
    }
    for (const value of site.node?.operands ?? []) {
      if (axesOf(value).includes(axis)) yield* renamedAtMaker(context, site, value, renaming);
    }
  }
}

/** Values one more and one less for the sizes that stand in other ones. */
function* valuesNear(context: FixContext, sizes: readonly string[]): Iterable<Candidate> {
  const names = new Set(sizes.flatMap((size) => size.match(/[A-Za-z]\w*'*/g) ?? []));
  for (const name of names) {
    const value = knownValue(context, name);
    for (const step of value === undefined ? [] : [1, -1]) {
      const next = (value ?? 0) + step;
      yield {
        title: `Set \`${name}\` to ${next}`,
        confidence: "likely",
        apply: () => withSizeValue(context, name, String(next)),
      };
    }
  }
}

/** A requirement that the values refute, or a size that is too small: other values, or no requirement. */
export function* refuted(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const span = spanOf(context, diagnostic);
  const { facts } = diagnostic;
  if (facts?.kind === "together") {
    yield* notTogether(context, facts.requirements);
    return;
  }
  const demand = facts?.kind === "demand" ? facts : undefined;
  if (demand !== undefined) {
    yield* otherValues(context, demand);
    yield* sizesOfCopies(context, site, demand);
  }
  const around = site === undefined ? [] : linesAround(context, site);
  const linesThere = around.flatMap((line) => context.sources.get(line.statement.id)?.line ?? []);
  for (const line of new Set([...(span ? [span.line] : []), ...linesThere])) {
    if (demand !== undefined) yield* bounds(context, line, demand);
  }
  if (span !== undefined) yield* nearNumbers(context, span.line);
  if (site !== undefined) {
    for (const line of linesThere) {
      if (line !== span?.line) yield* nearNumbers(context, line);
    }
  }
  if (site?.statement.kind !== "require" || span === undefined) return;
  yield {
    title: "Remove the requirement",
    confidence: "asks",
    apply: () => withoutLine(context, span.line),
  };
}

/** Requirements that cannot hold together: one of them goes, or asks for another number. */
function* notTogether(
  context: FixContext,
  requirements: readonly { readonly text: string; readonly node: NodeId }[],
): Iterable<Candidate> {
  const lines = requirements.flatMap(({ node, text }) => {
    const line = context.sources.get(node)?.line;
    const isRequired = findNode(context.document, node)?.statement.kind === "require";
    return line === undefined || !isRequired ? [] : [{ line, text }];
  });
  for (const { line, text } of lines.toReversed()) {
    yield {
      title: `Remove \`require ${text}\``,
      confidence: "asks",
      apply: () => withoutLine(context, line),
    };
  }
  for (const { line } of lines.toReversed()) yield* nearNumbers(context, line);
}

/** Values near those of a demand: divisors, multiples, and the least that is allowed. */
function* otherValues(
  context: FixContext,
  { relation, sizes: [size, other] }: Demand,
): Iterable<Candidate> {
  const [whole, part] = [knownValue(context, size), knownValue(context, other)];
  const set = (name: string, value: number): Candidate => ({
    title: `Set \`${name}\` to ${value}`,
    confidence: "likely",
    apply: () => withSizeValue(context, name, String(value)),
  });
  if (relation === "divides" && whole !== undefined && part !== undefined) {
    for (const divisor of divisorsNear(whole, part)) yield set(other, divisor);
    if (part > 0) yield set(size, Math.ceil(whole / part) * part);
  }
  if (relation === "atLeast" && part !== undefined) yield set(size, part);
}

/** Of a size that is 3 where it must be at least 5, either number in the place of the other one. */
function* bounds(
  context: FixContext,
  line: number,
  { relation, sizes, values }: Demand,
): Iterable<Candidate> {
  if (relation !== "atLeast" || values === undefined || !/^\d+$/.test(sizes[1])) return;
  const [less, more] = values;
  for (const [from, to] of [
    [more, less],
    [less, more],
  ] as const) {
    const number = new RegExp(`(?<![\\w'.])${from}(?![\\w'.])`);
    yield {
      title: `Write ${to} instead of ${from}`,
      confidence: "asks",
      apply: () => withLineText(context, line, (old) => old.replace(number, String(to))),
    };
  }
}

function knownValue({ typed }: FixContext, text: string): number | undefined {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const { value } = typed.sizes.get(text) ?? {};
  return value === undefined || value > 1_000_000n ? undefined : Number(value);
}

/** The divisors of a number next below and above another one. */
function divisorsNear(of: number, value: number): readonly number[] {
  const found: number[] = [];
  for (let above = value + 1; above <= Math.min(of, value + 4096); above += 1) {
    if (of % above === 0) {
      found.push(above);
      break;
    }
  }
  for (let below = Math.min(value - 1, of); below > 0; below -= 1) {
    if (of % below === 0) {
      found.push(below);
      break;
    }
  }
  return found;
}

/** Sizes that contradict each other. */
export function* contradiction(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const { facts } = diagnostic;
  if (facts?.kind === "value") yield* atLeastOne(context, facts.name, facts.entry);
  if (facts?.kind === "entry") {
    yield* entryInRange(context, diagnostic, facts);
    if (facts.entry >= 0) yield* longerTable(context, facts.table, facts.entry);
  }
  if (facts?.kind === "two sizes") yield* declaredEqual(context, facts.sizes);
  yield* refuted(context, diagnostic);
}

function* atLeastOne(
  context: FixContext,
  name: string,
  entry: number | undefined,
): Iterable<Candidate> {
  const what = entry === undefined ? name : `${name}[${entry}]`;
  yield {
    title: `Set \`${what}\` to 1`,
    confidence: "asks",
    apply: () => {
      if (entry === undefined) return withSizeValue(context, name, "1");
      const entries = writtenEntries(context, name).with(entry, "1");
      return withSizeValue(context, name, `(${entries.join(", ")})`);
    },
  };
  yield {
    title: `Leave \`${name}\` open`,
    confidence: "asks",
    apply: () => (entry === undefined ? withoutSizeValue(context, name) : undefined),
  };
}

/** Another number in the brackets of a call, the nearest for which the table has the entry. */
function* entryInRange(
  context: FixContext,
  diagnostic: Diagnostic,
  { entry, length }: { readonly entry: number; readonly length: number },
): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const name = /^axis (.*)$/.exec(diagnostic.place.part ?? "")?.[1];
  const term = call?.brackets?.targets.find((each) => each.kind === "axis" && each.name === name);
  if (site === undefined || call === undefined || term?.kind !== "axis") return;
  const given = term.size?.kind === "number" ? Number(term.size.value) : undefined;
  if (given === undefined || name === undefined) return;
  const near = Math.max(1, given + (entry < 0 ? -entry : length - 1 - entry));
  const size = { kind: "number", value: BigInt(near) } as const;
  yield {
    title: `Write \`${name}=${near}\``,
    confidence: "asks",
    apply: () =>
      withCall(context, site, call, (old) => {
        const { targets = [], options = [] } = old.brackets ?? {};
        const changed = targets.map((each) => (each === term ? { ...term, size } : each));
        return { ...old, brackets: { ...old.brackets, targets: changed, options } };
      }),
  };
}

function* longerTable(context: FixContext, name: string, entry: number): Iterable<Candidate> {
  const written = writtenEntries(context, name);
  const last = written.at(-1) ?? "1";
  const more = [...written];
  while (more.length <= entry) more.push(last);
  yield {
    title: `Give \`${name}\` the entry ${entry}: ${last}`,
    confidence: "asks",
    apply: () => withSizeValue(context, name, `(${more.join(", ")})`),
  };
}
