import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Expression, Port } from "../../document/document.ts";
import { splitPath, withBody, withStatement } from "../edits/document-tree.ts";
import { identified, nameExpression, replaceExpression } from "../edits/expression-tree.ts";
import { freshArrayName } from "../edits/names.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import {
  arraysInReach,
  type Call,
  callAt,
  named,
  type Site,
  siteOf,
  textOf,
  withCall,
} from "./site.ts";
import { withoutCall } from "./spelling.ts";

/** A call with too many or too few arrays. */
export function* argumentCount(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const call = site && callAt(site);
  if (site === undefined || call === undefined) return;
  const change = (args: Call["args"]) => () =>
    withCall(context, site, call, (old) => ({ ...old, args }));
  for (const argument of call.args.toReversed()) {
    if (argument.keyword !== undefined) continue;
    const { value } = argument;
    yield {
      title: value.kind === "name" ? `Leave out \`${value.name}\`` : "Leave out the last array",
      confidence: "likely",
      apply: change(call.args.filter((each) => each !== argument)),
    };
  }
  const positional = call.args.filter(({ keyword }) => keyword === undefined);
  const words = call.args.filter(({ keyword }) => keyword !== undefined);
  for (const array of arraysInReach(context, site)) {
    if (array.name === undefined) continue;
    const added = { value: nameExpression(array.name) };
    yield {
      title: `Connect ${named(array)} too`,
      confidence: "asks",
      apply: change([...positional, added, ...words]),
    };
  }
  yield* withoutCall(context, diagnostic);
}

/** Too many or too few names on the left, several results inside of a line, or axes after `->`. */
export function* resultCount(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { facts } = diagnostic;
  if (site === undefined) return;
  if (facts?.kind !== "results") yield* otherResults(context, site);
  else if (facts.inside) yield* onOwnLine(context, site, facts.gives);
  else yield otherNames(context, site, facts.gives);
}

function otherNames(
  context: FixContext,
  { statement, path, place }: Site,
  gives: number,
): Candidate {
  const results = statement.kind === "array" ? statement.results : [];
  const [first] = results;
  const names: Port[] = results.slice(0, gives);
  while (first !== undefined && names.length < gives) {
    const name = freshArrayName(
      first.name,
      context,
      place,
      names.map((each) => each.name),
    );
    names.push({ name, ...(first.shape && { shape: first.shape }) });
  }
  const list = names.map(({ name }) => `\`${name}\``);
  return {
    title: gives === 1 ? `Name ${list[0]} alone` : `Name ${gives} arrays: ${list.join(", ")}`,
    confidence: "likely",
    apply: () =>
      statement.kind === "array"
        ? textOf(withStatement(context.document, path, { ...statement, results: names }))
        : undefined,
  };
}

function* onOwnLine(context: FixContext, site: Site, gives: number): Iterable<Candidate> {
  const { statement, path, place, expression } = site;
  if (expression === undefined) return;
  const names: string[] = [];
  while (names.length < gives) names.push(freshArrayName("A", context, place, names));
  for (const name of names) {
    yield {
      title: `Name its ${gives} results on a line above and use \`${name}\``,
      confidence: "asks",
      apply() {
        const line = identified({
          kind: "array",
          id: "results",
          lead: [],
          results: names.map((each) => ({ name: each })),
          value: expression,
        });
        const changed = replaceExpression(statement, expression.id, () => nameExpression(name));
        const { body, index } = splitPath(path);
        const replaced = withStatement(context.document, path, changed);
        return textOf(withBody(replaced, body, (lines) => lines.toSpliced(index, 0, line)));
      },
    };
  }
}

function* otherResults(context: FixContext, site: Site): Iterable<Candidate> {
  const call = callAt(site);
  if (call?.brackets?.results === undefined) return;
  const { results, ...rest } = call.brackets;
  const change = (by: (old: Call) => Expression) => () => withCall(context, site, call, by);
  yield {
    title: "Leave out what stands after `->`",
    confidence: "likely",
    apply: change((old) => ({ ...old, brackets: rest })),
  };
  for (const result of results.toReversed()) {
    if (result.kind !== "axis") continue;
    const others = results.filter((each) => each !== result);
    yield {
      title: `Leave out \`${result.name}\``,
      confidence: "asks",
      apply: change((old) => ({ ...old, brackets: { ...rest, results: others } })),
    };
  }
}
