import type { Diagnostic } from "../../document/diagnostic.ts";
import type { Port, Statement } from "../../document/document.ts";
import { splitPath, statementsOf, withBody, withStatement } from "../edits/document-tree.ts";
import { identified, nameExpression } from "../edits/expression-tree.ts";
import { freshArrayName } from "../edits/names.ts";
import { typedArray } from "../edits/scope.ts";
import type { Candidate, FixContext } from "./candidate.ts";
import { otherIndex } from "./inner-index.ts";
import { axesOf, named, type Site, siteOf, textOf } from "./site.ts";
import { withoutCall } from "./spelling.ts";

type Block = Extract<Statement, { kind: "block" }>;

/** An output of a block that its body leaves out: another array of it goes out, or none. */
export function* undefinedOutput(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const name = diagnostic.place.part?.replace(/^result /, "");
  if (site?.statement.kind !== "block" || name === undefined) return;
  const block = site.statement;
  const change = (changed: Block) => () =>
    textOf(withStatement(context.document, site.path, changed));
  for (const array of madeIn(context, site)) {
    const value = typedArray(context.typed, { definition: block.name, array });
    if (value === undefined) continue;
    const port = block.outputs.find((each) => each.name === name);
    const line = identified({
      kind: "array",
      id: `${name} of ${array}`,
      lead: [],
      results: [{ name, ...(port?.shape && { shape: port.shape }) }],
      value: nameExpression(array),
    });
    yield {
      title: `Give out ${named(value)} as \`${name}\``,
      confidence: "likely",
      apply: change({ ...block, body: [...block.body, line] }),
    };
  }
  yield {
    title: `Leave out the output \`${name}\``,
    confidence: "asks",
    apply: change({ ...block, outputs: block.outputs.filter((port) => port.name !== name) }),
  };
}

/** Names of the arrays that a block makes, the last ones first. */
function madeIn({ document }: FixContext, { statement, path }: Site): readonly string[] {
  if (statement.kind !== "block") return [];
  const lines = statementsOf(document, { name: statement.name, body: path });
  const made = lines.flatMap((line) =>
    line.statement.kind === "array" && line.path.length === path.length + 1
      ? line.statement.results.map(({ name }) => name)
      : [],
  );
  return [...made.toReversed(), ...statement.inputs.map(({ name }) => name)];
}

/** The second definition of a name: under another one, or not at all. */
export function* definedTwice(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const { facts } = diagnostic;
  if (site === undefined || facts?.kind !== "name") return;
  const { name } = facts;
  const { document } = context;
  const { statement, path, place } = site;
  yield* otherIndex(context, site, name);
  const { body, index } = splitPath(path);
  const line = textOf({
    ...document,
    header: [],
    layout: [],
    trailing: [],
    statements: [statement],
  });
  const isSaidBefore = statementsOf(document, place).some(
    (other) =>
      other.path.join() !== path.join() &&
      textOf({
        ...document,
        header: [],
        layout: [],
        trailing: [],
        statements: [other.statement],
      }) === line,
  );
  const remove: Candidate = {
    title: isSaidBefore ? "Remove the second of the two equal lines" : "Remove this line",
    confidence: isSaidBefore ? "safe" : "asks",
    apply: () => textOf(withBody(document, body, (lines) => lines.toSpliced(index, 1))),
  };
  if (isSaidBefore) yield remove;
  const fresh = freshArrayName(name, context, place);
  yield {
    title: `Call this one \`${fresh}\``,
    confidence: "likely",
    apply: () => {
      const changed = renamedDefinition(statement, name, fresh);
      return changed === statement ? undefined : textOf(withStatement(document, path, changed));
    },
  };
  if (statement.kind === "carry") yield carryRenamed(context, site, name, fresh);
  yield withoutSecondSize(context, site, name);
  if (!isSaidBefore) yield remove;
}

function renamedDefinition(statement: Statement, name: string, fresh: string): Statement {
  const port = <P extends Port>(old: P): P => (old.name === name ? { ...old, name: fresh } : old);
  switch (statement.kind) {
    case "array": {
      const seen = new Set<string>();
      const results = statement.results.map((old) => {
        const isAgain = statement.results.filter((each) => each.name === name).length > 1;
        const isFirst = !seen.has(old.name);
        seen.add(old.name);
        return isAgain && isFirst ? old : port(old);
      });
      return { ...statement, results };
    }
    case "input":
    case "weight":
      return { ...statement, ports: statement.ports.map(port) } as Statement;
    case "layer":
    case "block":
    case "custom":
      return { ...statement, name: fresh };
    default:
      return statement;
  }
}

/** A carry that has the name of its start, and what reads it from there on, under another name. */
function carryRenamed(
  { text, sources }: FixContext,
  { statement }: Site,
  name: string,
  fresh: string,
): Candidate {
  const word = new RegExp(`(?<![\\w'])${name}(?![\\w'])`, "g");
  return {
    title: `Call the carried array \`${fresh}\``,
    confidence: "likely",
    apply() {
      const line = sources.get(statement.id)?.line;
      if (line === undefined) return undefined;
      const lines = text.split("\n").map((each, at) => {
        if (at === line - 1)
          return each.replace(new RegExp(`carry ${name}(?![\\w'])`), `carry ${fresh}`);
        return at >= line ? each.replace(word, fresh) : each;
      });
      return lines.join("\n");
    },
  };
}

function withoutSecondSize(
  { document }: FixContext,
  { statement, path }: Site,
  name: string,
): Candidate {
  return {
    title: `Leave out the second \`${name}\``,
    confidence: "likely",
    apply() {
      if (statement.kind !== "size") return undefined;
      const last = statement.sizes.findLast((size) => size.name === name);
      const sizes = statement.sizes.filter((size) => size !== last);
      return sizes.length === 0
        ? undefined
        : textOf(withStatement(document, path, { ...statement, sizes }));
    },
  };
}

/** A block that calls itself, without the call. */
export function* withoutRecursion(
  context: FixContext,
  diagnostic: Diagnostic,
): Iterable<Candidate> {
  yield* withoutCall(context, diagnostic);
}

/** An array that nothing reads: it goes, or it goes out. */
export function* unused(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const name = diagnostic.place.part?.replace(/^result /, "");
  if (site === undefined || name === undefined) return;
  const { document, typed } = context;
  const { body, index } = splitPath(site.path);
  const value = typedArray(typed, { definition: site.place.name, array: name });
  const [at] = site.place.body;
  const block = at === undefined ? undefined : document.statements[at];
  yield {
    title: `Remove \`${name}\``,
    confidence: "asks",
    apply: () => textOf(withBody(document, body, (lines) => lines.toSpliced(index, 1))),
  };
  if (block?.kind !== "block" || value === undefined || site.path.length !== 2) return;
  const shape = axesOf(value).map((axis) => ({ kind: "axis", name: axis }) as const);
  yield {
    title: `Give out ${named(value)}`,
    confidence: "asks",
    apply: () =>
      textOf(
        withStatement(document, site.place.body, {
          ...block,
          outputs: [...block.outputs, { name, shape }],
        }),
      ),
  };
}
