import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm, Expression } from "../../document/document.ts";
import { axesUsed, freshAxisName } from "../edits/names.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { axesOf, type Call, callAt, type Site, siteOf, withCall, withExpression } from "./site.ts";

/** More axes at a port than it has open ones: one fix for each choice. */
export function* whichAxis(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const { facts } = diagnostic;
  if (site === undefined || call === undefined || facts?.kind !== "choices") return;
  const { open, choices } = facts;
  const [first, ...more] = open;
  if (first === undefined) return;
  for (const choice of choices) {
    if (more.length === 0) {
      yield bound(context, site, call, [[first, choice]]);
      continue;
    }
    const [second] = more;
    for (const other of choices) {
      if (other === choice || second === undefined) continue;
      yield bound(context, site, call, [
        [first, choice],
        [second, other],
      ]);
    }
  }
}

/** An axis that arrives bound at one port and left over at another. */
export function* ambiguous(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  const { facts } = diagnostic;
  if (site === undefined || call === undefined || facts?.kind !== "arrives twice") return;
  const { axis, port } = facts;
  const definition = context.typed.definitions.get(call.callee);
  const at = definition?.inputs.findIndex((value) => value.name === port) ?? -1;
  const input = definition?.inputs[at];
  for (const name of input === undefined ? [] : axesOf(input)) {
    yield bound(context, site, call, [[name, axis]]);
  }
  const argument = call.args[at];
  if (argument === undefined) return;
  const fresh = freshAxisName(axis, axesUsed(context.document, context.typed, site.place));
  const what = argument.value.kind === "name" ? `\`${argument.value.name}\`` : "the argument";
  yield {
    title: `Rename \`${axis}\` of ${what} to \`${fresh}\``,
    confidence: "likely",
    apply: () => withExpression(context, site, argument.value.id, (of) => renamed(of, axis, fresh)),
  };
}

function bound(
  context: FixContext,
  site: Site,
  call: Call,
  pairs: readonly (readonly [string, string])[],
): Candidate {
  const said = pairs.map(([port, axis]) => `\`${port}\` to \`${axis}\``).join(" and ");
  return {
    title: `Bind ${said}`,
    confidence: "asks",
    apply() {
      const terms = pairs.map(
        ([port, axis]): AxisTerm => ({
          kind: "axis",
          name: port,
          size: { kind: "name", name: axis },
        }),
      );
      const { targets = [], options = [] } = call.brackets ?? {};
      const names = new Set(pairs.map(([port]) => port));
      const kept = targets.filter((term) => term.kind !== "axis" || !names.has(term.name));
      const brackets = { ...call.brackets, targets: [...kept, ...terms], options };
      return withCall(context, site, call, (old) => ({ ...old, brackets }));
    },
  };
}

/** An array under a `rename`. */
export function renamed(of: Expression, from: string, to: string): Expression {
  const term = (name: string): AxisTerm => ({ kind: "axis", name });
  const brackets = { targets: [term(from)], results: [term(to)], options: [] };
  return { kind: "call", id: "", callee: "rename", brackets, args: [{ value: of }] };
}
