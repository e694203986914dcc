import type { SizeExpression } from "../../../shapes/expression.ts";
import type { Diagnostic } from "../../document/diagnostic.ts";
import { setCall } from "../edits/set-call.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { type Call, callAt, siteOf, textAfter } from "./site.ts";
import { refuted } from "./sizes.ts";

/** A kernel larger than what it slides over: more padding, a smaller kernel, or other sizes. */
export function* tooLargeKernel(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const { facts } = diagnostic;
  const [size, least] = (facts?.kind === "demand" && facts.values) || [0, 0];
  const lacks = least - size;
  if (call !== undefined && lacks > 0) yield* fitting(context, call, lacks);
  yield* refuted(context, diagnostic);
}

/** Half of what lacks as padding at both ends, or all of it less kernel. */
function* fitting(context: FixContext, call: Call, lacks: number): Iterable<Candidate> {
  const set = (word: string, value: number) => () =>
    textAfter(
      setCall(context, { node: call.id, setting: { kind: "option", word, text: `${value}` } }),
    );
  const pad = numberOf(call, "pad", 0);
  const isEven = !hasOption(call, "pad_before") && !hasOption(call, "pad_after");
  if (pad !== undefined && isEven) {
    const more = pad + Math.ceil(lacks / 2);
    yield { title: `Set the padding to ${more}`, confidence: "likely", apply: set("pad", more) };
  }
  const kernel = numberOf(call, "kernel", undefined);
  const dilation = numberOf(call, "dilation", 1);
  if (kernel === undefined || dilation === undefined) return;
  const less = kernel - Math.ceil(lacks / dilation);
  if (less < 1) return;
  yield { title: `Set the kernel to ${less}`, confidence: "likely", apply: set("kernel", less) };
}

function hasOption({ brackets }: Call, word: string): boolean {
  return brackets?.options.some((option) => option.word === word) === true;
}

/** The one number behind an option word; `undefined` where it is anything else. */
function numberOf(
  { brackets }: Call,
  word: string,
  absent: number | undefined,
): number | undefined {
  const option = brackets?.options.find((each) => each.word === word);
  if (option === undefined) return absent;
  const sizes = option.values.map(({ size }): SizeExpression => size);
  const [size, ...others] = sizes;
  return size?.kind === "number" && others.length === 0 ? Number(size.value) : undefined;
}
