import { sizeTex } from "../../shapes/print.ts";
import { constant, subtract } from "../../shapes/size.ts";
import type { TypedNode } from "../typing/diagram.ts";

type LoopNode = Extract<TypedNode, { kind: "loop" }>;

/** What counts the copies of a repeat, as LaTeX, and what it is in the last copy. */
export interface LastIndex {
  readonly index: string;
  readonly last: string;
}

/** The repeats of a body that count their copies; of two that count by one name neither. */
export function lastIndices(
  nodes: readonly TypedNode[],
  label: (index: string) => string,
): readonly LastIndex[] {
  const found = loopsIn(nodes).flatMap((loop): readonly LastIndex[] => {
    if (loop.loop !== "repeat" || loop.index === undefined) return [];
    return [{ index: label(loop.index), last: sizeTex(subtract(loop.count, constant(1))) }];
  });
  return found.filter(
    ({ index, last }) => !found.some((other) => other.index === index && other.last !== last),
  );
}

function loopsIn(nodes: readonly TypedNode[]): readonly LoopNode[] {
  return nodes.flatMap((node) => (node.kind === "loop" ? [node, ...loopsIn(node.nodes)] : []));
}

const SCRIPT = /([_^])(?:\{([^{}]*)\}|(\\[A-Za-z]+|[A-Za-z]))/g;

/**
 * A label outside of the loops that it counts by: in its subscripts and superscripts an index is what
 * it is in the last copy, so that `x_{i+1}` behind 4 copies is `x_4`.
 */
export function labelOutside(tex: string, indices: readonly LastIndex[]): string {
  if (indices.length === 0) return tex;
  return tex.replace(SCRIPT, (whole, script: string, braced?: string, bare?: string) => {
    const terms = termsOf(braced ?? bare ?? "");
    const isCounted = terms?.some(({ text }) => indices.some(({ index }) => index === text));
    if (terms === undefined || !isCounted) return whole;
    const sum = terms.flatMap((term) => lastTerms(term, indices));
    return `${script}{${sumOf(sum)}}`;
  });
}

/** A part of a sum as it is written. */
interface Term {
  readonly sign: 1 | -1;
  readonly text: string;
}

/** The terms of a sum without brackets and products. */
function termsOf(tex: string): readonly Term[] | undefined {
  const parts = tex
    .replace(/\s+/g, " ")
    .trim()
    .split(/(?=[+-])/);
  const terms = parts.map((part): Term => {
    const text = part.replace(/^[+-]/, "").trim();
    return { sign: part.startsWith("-") ? -1 : 1, text };
  });
  return terms.every(({ text }) => /^(?:\\?[A-Za-z]+|\d+)$/.test(text)) ? terms : undefined;
}

function lastTerms(term: Term, indices: readonly LastIndex[]): readonly Term[] {
  const found = indices.find(({ index }) => index === term.text);
  if (found === undefined) return [term];
  const terms = termsOf(found.last);
  if (terms === undefined) return [{ sign: term.sign, text: `(${found.last})` }];
  return terms.map(({ sign, text }) => ({ sign: sign === term.sign ? 1 : -1, text }));
}

/** Names in their order, then what the numbers come to. */
function sumOf(terms: readonly Term[]): string {
  const isNumber = ({ text }: Term) => /^\d+$/.test(text);
  const total = terms
    .filter(isNumber)
    .reduce((sum, { sign, text }) => sum + sign * Number(text), 0);
  const names = terms
    .filter((term) => !isNumber(term))
    .map(({ sign, text }, i) => (sign < 0 ? `-${text}` : i === 0 ? text : `+${text}`))
    .join("");
  if (names === "") return String(total);
  if (total === 0) return names;
  if (names.startsWith("-") && total > 0) return `${total}${names}`;
  return `${names}${total < 0 ? "-" : "+"}${Math.abs(total)}`;
}
