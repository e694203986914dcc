import { parseSize } from "../../../shapes/parse.ts";
import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, BracketOption, Expression } from "../../document/document.ts";
import { indexDefinition } from "../definition-index.ts";
import { setCall } from "../edits/set-call.ts";
import { makersAbove } from "../makers-above.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { type Call, callAt, type Site, siteOf, textAfter, withCall } from "./site.ts";
import { refuted } from "./sizes.ts";

/** A size that does not split: other sizes, or as many positions more as the last part lacks. */
export function* notDivisible(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  yield* refuted(context, diagnostic);
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const { facts } = diagnostic;
  const [n, count] = (facts?.kind === "demand" && facts.values) || [0, 0];
  const lacks = count > 0 ? (count - (n % count)) % count : 0;
  if (site === undefined || call === undefined || lacks === 0) return;
  const padded = paddedBefore(call, lacks);
  if (padded === undefined) return;
  yield {
    title: `Pad \`${padded.axis}\` to ${n + lacks}`,
    confidence: "asks",
    apply: () => withCall(context, site, call, () => padded.call),
  };
}

/** The call over a longer axis, made by a `pad` in front of it. */
function paddedBefore(
  call: Call,
  lacks: number,
): { readonly axis: string; readonly call: Call } | undefined {
  const { brackets, args } = call;
  const [target, ...others] = brackets?.targets ?? [];
  const [first, ...rest] = args;
  if (brackets === undefined || target?.kind !== "axis" || others.length > 0) return undefined;
  if (first === undefined) return undefined;
  const longer: AxisTerm = { kind: "axis", name: `${target.name}'` };
  const size = parseSize(`${lacks}`);
  if (!size.ok) return undefined;
  const after: BracketOption = { word: "after", values: [{ size: size.value }] };
  const pad: Expression = {
    kind: "call",
    id: "",
    callee: "pad",
    brackets: {
      targets: [{ kind: "axis", name: target.name }],
      results: [longer],
      options: [after],
    },
    args: [first],
  };
  return {
    axis: target.name,
    call: {
      ...call,
      brackets: { ...brackets, targets: [longer] },
      args: [{ value: pad }, ...rest],
    },
  };
}

/** A transposed convolution above that comes out too small: as much more at its end. */
export function* outputPadding(
  context: FixContext,
  diagnostic: Diagnostic,
  site: Site,
): Iterable<Candidate> {
  const { facts } = diagnostic;
  if (facts?.kind !== "rounding" || site.definition === undefined) return;
  const [one, other] = facts.values;
  const lacks = Math.abs(one - other);
  const index = indexDefinition(site.definition);
  for (const maker of makersAbove(index, diagnostic.place.node ?? "")) {
    const node = index.nodes.get(maker);
    if (node?.kind !== "op" || node.op.brackets.options["output_pad"] === undefined) continue;
    const setting = { kind: "option", word: "output_pad", text: `${lacks}` } as const;
    const name = node.results[0]?.name;
    yield {
      title: `Set the output padding of ${name === undefined ? "the transposed convolution" : `\`${name}\``} to ${lacks}`,
      confidence: "likely",
      apply: () => textAfter(setCall(context, { node: node.id, setting })),
    };
  }
}
