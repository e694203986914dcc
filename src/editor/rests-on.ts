import type { Label, Span } from "../document/diagnostic.ts";
import type { NodeId } from "../document/document.ts";
import type { Value, ValueId } from "../typing/diagram.ts";
import { indexAround } from "./definition-index.ts";
import type { Problem } from "./problems.ts";
import type { Reading } from "./reading.ts";

/** Another place that has a part in a mistake. */
export interface RestingPlace {
  readonly node: NodeId;
  /** The array that comes from there. */
  readonly array?: ValueId;
  /** The node is an operand, and the place is where the call around it takes it. */
  readonly isArgument?: boolean;
  readonly span: Span;
  /** What stands there in the text, where that is a name and the sentence does not have it. */
  readonly wrote?: string;
  /** "`S` is [y h] here." */
  readonly says: string;
}

/** More places than these explain nothing. */
const MOST = 4;

/**
 * What a mistake rests on beside its own place, as typing tells it; else where the arrays that meet
 * there come from, with the shapes that they have. Nothing for mistakes of one line alone, such as a
 * name that is not there.
 */
export function restsOn(
  reading: Pick<Reading, "text" | "typed" | "sources">,
  problem: Problem,
): readonly RestingPlace[] {
  const { code, labels = [] } = problem.diagnostic;
  const told = labelled(reading, labels);
  // Where an axis is missing, both count: where it went away, and which arrays have it.
  return told.length > 0 && code !== "S01" ? told : [...told, ...arraysOf(reading, problem)];
}

function labelled(
  { text: all, sources }: Pick<Reading, "text" | "sources">,
  labels: readonly Label[],
): readonly RestingPlace[] {
  return labels.flatMap(({ at: { node = "", part = "" }, text }): readonly RestingPlace[] => {
    const span = sources.get(`${node}#${part}`) ?? sources.get(node);
    if (span === undefined) return [];
    const [, array] = /^result (.*)/.exec(part) ?? [];
    const isArgument = part === "argument";
    const wrote = nameAt(all, span, text);
    const parts = { ...(array !== undefined && { array }), ...(wrote !== "" && { wrote }) };
    return [{ node, span, says: text, isArgument, ...parts }];
  });
}

/** The text of a span if it is one word, and not a word of the sentence. */
function nameAt(text: string, { line, column, endColumn }: Span, sentence: string): string {
  const word = text.split("\n")[line - 1]?.slice(column - 1, endColumn - 1) ?? "";
  return /^[\w']{1,20}$/.test(word) && !sentence.includes(`\`${word}\``) ? word : "";
}

function arraysOf(
  { typed, sources }: Pick<Reading, "typed" | "sources">,
  { diagnostic, span }: Problem,
): readonly RestingPlace[] {
  const { code, place, severity } = diagnostic;
  const node = place.node;
  if (severity !== "error" || node === undefined || /^(?:T|N0[1236]|S05|S12|S19)/.test(code)) {
    return [];
  }
  const seen = new Set<string>();
  return (indexAround(typed, node)?.nodes.get(node)?.operands ?? [])
    .flatMap((value): readonly RestingPlace[] => {
      if (value.name === undefined || value.scalar !== undefined || seen.has(value.id)) return [];
      seen.add(value.id);
      const at = sources.get(`${value.maker}#result ${value.name}`) ?? sources.get(value.maker);
      if (at === undefined || at.line === span.line) return [];
      const says = `\`${value.name}\` is ${shapeOf(value, typed)} here.`;
      return [{ node: value.maker, array: value.id, span: at, says }];
    })
    .slice(0, MOST);
}

/** A shape with the numbers of its sizes where they say more than the names. */
function shapeOf({ type }: Value, typed: Reading["typed"]): string {
  const axes = type.shape.map(({ name, size }) => {
    const value = typed.evaluate(size);
    return value === undefined ? name : `${name}=${value}`;
  });
  return `[${axes.join(" ")}]`;
}
