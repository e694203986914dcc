import type { Diagnostic } from "../../document/diagnostic.ts";
import type { AxisTerm } from "../../document/document.ts";
import { axesUsed, freshAxisName } from "../edits/names.ts";
import { type Candidate, type FixContext, spanOf, wordsAt } from "./candidate.ts";
import { arrayForHole } from "./hole.ts";
import { lineText, withLineText } from "./lines.ts";
import { arraysInReach, axesOf, callAt, type Site, siteOf, withExpression } from "./site.ts";
import { withoutSizeValue, withSizeValue } from "./written-sizes.ts";

/** A `?`, or something that has to be written and is not. */
export function* notGiven(context: FixContext, diagnostic: Diagnostic): Iterable<Candidate> {
  const site = siteOf(context, diagnostic);
  const span = spanOf(context, diagnostic);
  if (span === undefined) return;
  const words = wordsAt(context, span);
  const lacks = diagnostic.facts?.kind === "absent" ? diagnostic.facts : undefined;
  if (site?.expression?.kind === "unknown") {
    if (site.statement.kind === "array" && site.statement.value === site.expression) {
      yield* rightSide(context, site);
    }
    yield* arrayForHole(context, site, diagnostic);
    return;
  }
  if (site !== undefined && callAt(site) !== undefined) yield* bracketsFor(context, site);
  if (lacks?.what === "value") yield valueFor(context, lacks.of);
  if (lacks?.what === "size of option") yield* optionFor(context, site, lacks.of);
  yield* sizeFor(context, span.line, words);
  switch (lacks?.what) {
    case "name of copies":
      if (site !== undefined) yield* copies(context, site, span.line);
      break;
    case "shape of port":
      yield* portShape(context, span.line);
      break;
    case "shape on left":
      yield* loadShape(context, site, span.line);
      break;
    case "axes of source":
      yield* noAxes(context, span.line);
      break;
  }
}

function* rightSide(context: FixContext, { statement, place }: Site): Iterable<Candidate> {
  const span = context.sources.get(statement.id);
  if (span === undefined) return;
  const words = place.name === "" ? ["input", "weight"] : ["weight"];
  for (const word of words) {
    yield {
      title: word === "input" ? "Make it an input" : "Make it weights",
      confidence: "asks",
      apply: () =>
        withLineText(context, span.line, (old) =>
          old.replace(/^(\s*)(.*?)\s*=\s*\?\s*$/, `$1${word} $2`),
        ),
    };
  }
}

/** Axes of the operands where the brackets of a call lack some. */
function* bracketsFor(context: FixContext, site: Site): Iterable<Candidate> {
  const call = callAt(site);
  if (call === undefined) return;
  const { targets = [], options = [], results } = call.brackets ?? {};
  const operands = site.node?.operands ?? [];
  const there = [...new Set(operands.flatMap(axesOf))];
  const left = site.statement.kind === "array" ? (site.statement.results[0]?.shape ?? []) : [];
  const leftNames = left.flatMap((term) => (term.kind === "axis" ? term.name : []));
  const fresh = freshAxisName(
    there[0] ?? "n",
    axesUsed(context.document, context.typed, site.place),
  );
  const write = (next: { targets?: readonly AxisTerm[]; results?: readonly AxisTerm[] }) => () =>
    withExpression(context, site, call.id, (old) =>
      old.kind === "call"
        ? { ...old, brackets: { targets, options, ...(results && { results }), ...next } }
        : old,
    );
  const known = targets.filter((term) => term.kind !== "unknown");
  const said = (word: string, name: string) => `\`${call.callee}\` ${word} \`${name}\``;
  for (const name of there) {
    const axis: AxisTerm = { kind: "axis", name };
    yield {
      title: said("over", name),
      confidence: "asks",
      apply: write({ targets: [...known, axis] }),
    };
  }
  const made = [...leftNames.filter((name) => !there.includes(name)), ...leftNames, fresh];
  for (const name of made) {
    const axis: AxisTerm = { kind: "axis", name };
    const others = (results ?? []).filter((term) => term.kind !== "unknown");
    yield {
      title: `Call the axis that \`${call.callee}\` makes \`${name}\``,
      confidence: name === fresh ? "asks" : "likely",
      apply: write({ results: [...others, axis] }),
    };
  }
}

function valueFor(context: FixContext, name: string): Candidate {
  return {
    title: `Set \`${name}\` to 1`,
    confidence: "asks",
    apply: () => withSizeValue(context, name, "1"),
  };
}

function* optionFor(
  context: FixContext,
  site: Site | undefined,
  word: string,
): Iterable<Candidate> {
  const call = site && callAt(site);
  const { brackets } = call ?? {};
  if (site === undefined || call === undefined || brackets === undefined) return;
  const write = (by: "out" | bigint) => () =>
    withExpression(context, site, call.id, (old) => {
      if (old.kind !== "call") return old;
      const options = brackets.options.flatMap((option) => {
        if (option.word !== word) return [option];
        if (by === "out") return [];
        return [{ ...option, values: [{ size: { kind: "number", value: by } as const }] }];
      });
      return { ...old, brackets: { ...brackets, options } };
    });
  yield { title: `Leave out \`${word}\``, confidence: "asks", apply: write("out") };
  yield { title: `Write \`${word} 1\``, confidence: "asks", apply: write(1n) };
}

/** A size or an axis that is written as `?`: none, or a new one. */
function* sizeFor(context: FixContext, line: number, words: string): Iterable<Candidate> {
  const text = lineText(context, line);
  if (!text.includes("?")) return;
  const named = /([A-Za-z]\w*'*)\s*=\s*\?/.exec(text)?.[1];
  if (named !== undefined) {
    yield {
      title: `Leave the size of \`${named}\` open`,
      confidence: "safe",
      apply: () => withLineText(context, line, (old) => old.replace(/\s*=\s*\?/, "")),
    };
    yield {
      title: `Leave \`${named}\` free`,
      confidence: "safe",
      apply: () => withoutSizeValue(context, named),
    };
  }
  const taken = new Set(
    [...context.typed.definitions.values()].flatMap(({ axes }) => [...axes.keys()]),
  );
  const fresh = freshAxisName("n", taken);
  if (words === "?" || named === undefined) {
    yield {
      title: "Leave out the axis",
      confidence: "asks",
      apply: () => withLineText(context, line, (old) => old.replace(/\s*\?/, "")),
    };
    yield {
      title: `Call the axis \`${fresh}\``,
      confidence: "asks",
      apply: () => withLineText(context, line, (old) => old.replace("?", fresh)),
    };
  }
}

function* copies(context: FixContext, { statement }: Site, line: number): Iterable<Candidate> {
  const axes = [...context.typed.definitions.values()].flatMap((each) => [...each.axes.keys()]);
  const body = statement.kind === "repeat" ? statement.body : [];
  const sliced = body.flatMap((each) =>
    each.kind === "collect"
      ? (each.port.shape ?? []).flatMap((t) => (t.kind === "axis" ? t.name : []))
      : [],
  );
  for (const name of new Set([...sliced, ...axes])) {
    yield {
      title: `Count the copies with \`${name}\``,
      confidence: "likely",
      apply: () =>
        withLineText(context, line, (old) => old.replace(/( shared)?:\s*$/, ` as ${name}$1:`)),
    };
  }
}

function* portShape(context: FixContext, line: number): Iterable<Candidate> {
  const bare = /(?<=[(,]\s*)([A-Za-z]\w*'*)(?=\s*[,)])/;
  for (const shape of ["[n]", "[t m]", "[]"]) {
    const name = bare.exec(lineText(context, line))?.[1] ?? "";
    yield {
      title: `Write \`${name}${shape}\``,
      confidence: "asks",
      apply: () => withLineText(context, line, (old) => old.replace(bare, `$1${shape}`)),
    };
  }
}

function* loadShape(
  context: FixContext,
  site: Site | undefined,
  line: number,
): Iterable<Candidate> {
  if (site === undefined) return;
  for (const value of arraysInReach(context, site)) {
    const shape = `[${axesOf(value).join(" ")}]`;
    yield {
      title: `Write the shape ${shape} on the left`,
      confidence: "likely",
      apply: () =>
        withLineText(context, line, (old) => old.replace(/^(\s*[A-Za-z]\w*'*)/, `$1${shape}`)),
    };
  }
}

function* noAxes(context: FixContext, line: number): Iterable<Candidate> {
  for (const shape of ["[n]", "[]"]) {
    yield {
      title: `Write the shape ${shape} on the left`,
      confidence: "asks",
      apply: () =>
        withLineText(context, line, (old) => old.replace(/^(\s*[A-Za-z]\w*'*)/, `$1${shape}`)),
    };
  }
}
