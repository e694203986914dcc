import { printSize } from "../../shapes/print.ts";
import { constantValue, type Size, substitute, symbol, symbolsOf } from "../../shapes/size.ts";
import type { Place } from "../document/diagnostic.ts";
import type { DiagnosticFacts } from "../document/diagnostic-facts.ts";
import type { NodeId } from "../document/document.ts";
import type { Checking } from "./checking.ts";
import type { Message } from "./message.ts";
import { contradiction } from "./name-messages.ts";
import { freshSize } from "./scope.ts";

/** A size of a block that a call says something about. */
export interface SizeLink {
  /** The axis or size of the block, for messages. */
  readonly name: string;
  /** In symbols of the block and of the file. */
  readonly inside: Size;
  /** In symbols of the caller. */
  readonly outside: Size;
  /** The port of the block that has the axis, and the axis here that is bound to it. */
  readonly bound?: { readonly at: Place; readonly to: string };
}

/** What replaces the symbols of a block in one call. */
export type Replace = (name: string) => Size | undefined;

/**
 * Finds the sizes of a block for one call: bound axes and brackets first, then equations, then the
 * file's own sizes fill what is open; one of those gives way only where it alone can.
 */
export function bindSizes(
  checking: Checking,
  call: { readonly callee: string; readonly node: NodeId },
  links: readonly SizeLink[],
): { readonly replace: Replace; readonly sizes: ReadonlyMap<string, Size> } | Message {
  const known = new Map<string, Size>();
  const equations: SizeLink[] = [];
  for (const link of links) {
    const name = soleSymbol(link.inside);
    if (name !== undefined && !known.has(name)) known.set(name, link.outside);
    else equations.push(link);
  }
  const clash = checking.sizes.attempt(() => claimAll(checking, call.node, equations, known));
  if (!clash) return { replace: replacing(checking, known), sizes: known };
  const open = new Set(equations.flatMap(({ inside }) => [...symbolsOf(inside)]));
  const ways = [...open].filter((name) => {
    if (known.has(name) || isLocal(name)) return false;
    const result = checking.sizes.attempt(
      () => claimAll(checking, call.node, equations, opened(checking, known, name)) ?? FITS,
    );
    return result === FITS;
  });
  const [way] = ways;
  if (way === undefined || ways.length > 1) {
    return contradictionOf(checking, call.callee, { links: equations, known, ways });
  }
  const fitting = opened(checking, known, way);
  const failed = claimAll(checking, call.node, equations, fitting);
  return failed ?? { replace: replacing(checking, fitting), sizes: fitting };
}

const FITS = "fits";

/** Symbols with `#` belong to one definition; all others are the file's. */
export function isLocal(name: string): boolean {
  return name.includes("#");
}

function claimAll(
  checking: Checking,
  node: NodeId,
  links: readonly SizeLink[],
  known: ReadonlyMap<string, Size>,
): Message | undefined {
  for (const { name, inside, outside } of links) {
    const says = `the block's \`${name}\` takes this size`;
    const claim = { says, node, axes: [{ name, size: outside }] };
    const needed = substitute(inside, (symbol_) => known.get(symbol_));
    const clash = checking.sizes.equal(needed, outside, claim);
    if (clash) return clash;
  }
  return undefined;
}

function opened(
  checking: Checking,
  known: ReadonlyMap<string, Size>,
  name: string,
): Map<string, Size> {
  return new Map([...known, [name, freshSize(checking.scope, name)]]);
}

/** Sizes that the block leaves free are new in every call. */
function replacing(checking: Checking, known: Map<string, Size>): Replace {
  return (name) => {
    const size = known.get(name);
    if (size || !isLocal(name)) return size;
    const fresh = freshSize(checking.scope, name.replace(/#.*$/, ""));
    known.set(name, fresh);
    return fresh;
  };
}

function soleSymbol(size: Size): string | undefined {
  const [name, ...more] = symbolsOf(size);
  return name !== undefined && more.length === 0 && size === symbol(name) ? name : undefined;
}

function contradictionOf(
  checking: Checking,
  callee: string,
  found: {
    readonly links: readonly SizeLink[];
    readonly known: ReadonlyMap<string, Size>;
    readonly ways: readonly string[];
  },
): Message {
  const order = checking.scope.table.names;
  const { links, known, ways } = found;
  const link = links.find(({ inside, outside }) => {
    const needed = substitute(inside, (name) => known.get(name));
    return checking.sizes.resolve(needed) !== checking.sizes.resolve(outside);
  });
  const inside = link && substitute(link.inside, (name) => known.get(name));
  const needs = inside ? printSize(checking.sizes.resolve(inside), order) : "?";
  const gets = link ? printSize(checking.sizes.resolve(link.outside), order) : "?";
  const title = `\`${link?.name ?? ""}\` of \`${callee}\` is ${needs}, but this call makes it ${gets}.`;
  const facts: DiagnosticFacts = { kind: "two sizes", sizes: [needs, gets] };
  if (inside && constantValue(inside) !== undefined) {
    const { name = "", bound } = link ?? {};
    const origin = bound && checking.scope.origins.get(bound.to);
    const labels = origin && [
      { at: bound.at, text: `\`${name}\` is ${needs} here.` },
      origin.label,
    ];
    return { code: "S02", title, ...(labels && { labels }), facts };
  }
  // Symbols have no order of their own that would be the same on every run.
  const inOrder = ways.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const choices = inOrder.map((name) => `\`${callee}[${name}=…]\``).join(" or ");
  return contradiction(
    title,
    ways.length > 1 ? [`Brackets say which size gives way: ${choices}.`] : [],
    facts,
  );
}
