import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Expression } from "../../document/document.ts";
import { withStatement } from "../edits/document-tree.ts";
import { replaceExpression } from "../edits/expression-tree.ts";
import { axesUsed, freshAxisName } from "../edits/names.ts";
import { withPorts } from "../edits/rename-array.ts";
import { renamed } from "./call-axes.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { oneAxis, renamedAtMaker } from "./renaming.ts";
import { axesOf, callAt, siteOf, textOf, withExpression } from "./site.ts";
import { withNewSize } from "./spelling.ts";

/** A weight that is given with other axes than the operation needs. */
export function* wrongWeight(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const { facts } = diagnostic;
  const keyword = diagnostic.place.part?.replace(/^option /, "");
  const argument = call?.args.find((each) => each.keyword === keyword);
  if (site === undefined || call === undefined || argument === undefined) return;
  if (facts?.kind !== "given array") return;
  const { needs, has } = facts;
  const extra = has.filter((axis) => !needs.includes(axis));
  const value = site.node?.operands.find((each) => axesOf(each).join() === has.join());
  for (const to of needs.filter((axis) => !has.includes(axis))) {
    for (const from of extra) {
      if (value !== undefined) yield* renamedAtMaker(context, site, value, { from, to });
      yield {
        title: `Rename \`${from}\` to \`${to}\` on the way`,
        confidence: "likely",
        apply: () =>
          withExpression(context, site, argument.value.id, (of) => renamed(of, from, to)),
      };
      yield* oneAxis(context, site, { from, to });
    }
  }
  yield {
    title: `Leave out \`${keyword}\`, so that \`${call.callee}\` has its own`,
    confidence: "asks",
    apply: () =>
      withExpression(context, site, call.id, (old) =>
        old.kind === "call"
          ? { ...old, args: old.args.filter((each) => each.keyword !== keyword) }
          : old,
      ),
  };
}

/** An axis that is merged from its parts in another order: in the old one, or under a new name. */
export function* otherOrder(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const { facts } = diagnostic;
  if (site === undefined || call?.brackets === undefined || facts?.kind !== "order") return;
  const { whole: axis, known } = facts;
  const isMerge = facts.way === "together";
  const { brackets } = call;
  const term = (name: string): AxisTerm => ({ kind: "axis", name });
  const parts = known.map(term);
  yield {
    title: `${isMerge ? "Merge" : "Split"} as ${known.join(" ")}`,
    confidence: "likely",
    apply: () =>
      withExpression(context, site, call.id, (old) =>
        old.kind === "call"
          ? { ...old, brackets: { ...brackets, [isMerge ? "targets" : "results"]: parts } }
          : old,
      ),
  };
  if (!isMerge) return;
  const fresh = freshAxisName(axis, axesUsed(context.document, context.typed, site.place));
  yield {
    title: `Keep the order, and call the result \`${fresh}\``,
    confidence: "asks",
    apply() {
      const by = (old: Expression): Expression =>
        old.kind === "call" ? { ...old, brackets: { ...brackets, results: [term(fresh)] } } : old;
      const changed = withPorts(replaceExpression(site.statement, call.id, by), (port) =>
        port.shape === undefined
          ? port
          : {
              ...port,
              shape: port.shape.map((each) =>
                each.kind === "axis" && each.name === axis ? { ...each, name: fresh } : each,
              ),
            },
      );
      return textOf(withStatement(context.document, site.path, changed));
    },
  };
}

/** A size that nothing says becomes one of the diagram. */
export function* openSize(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const name = diagnostic.place.part?.replace(/^axis /, "");
  if (name === undefined) return;
  yield {
    title: `Make \`${name}\` a size of the diagram`,
    confidence: "safe",
    apply: () => withNewSize(context, `size ${name}`),
  };
  const site = siteOf(context, diagnostic);
  const inputs = site?.node?.operands.flatMap(axesOf) ?? [];
  for (const other of inputs.filter((axis) => context.typed.sizes.has(axis))) {
    yield {
      title: `Set \`${name}\` to 4·${other}`,
      confidence: "asks",
      apply: () => withNewSize(context, `size ${name} = 4*${other}`),
    };
  }
}
