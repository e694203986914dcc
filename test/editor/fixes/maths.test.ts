import { describe, expect, it } from "vitest";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";
import { derive } from "../../../src/editor/pipeline.ts";
import { listProblems } from "../../../src/editor/problems.ts";

function textWith(line: string): string {
  return `block F(X[t m]) -> Y[t m]:
  Y[t m] = relu(X)

layout:
  ${line}
`;
}

function fixesFor(line: string): readonly string[] {
  const context = fixContext(textWith(line));
  const [diagnostic] = context.diagnostics;
  return diagnostic === undefined ? [] : fixesOf(context, diagnostic).map(({ title }) => title);
}

describe("maths in a remark that is no LaTeX", () => {
  it("is a warning at the words, which says why", () => {
    const { diagnostics, sources } = derive(textWith('callout F/Y "so $\\foo$ is"'));
    const [problem, ...others] = listProblems(diagnostics, sources);
    expect(others).toEqual([]);
    expect(problem?.span).toEqual({ line: 5, column: 16, endColumn: 28 });
    expect(problem?.diagnostic.why).toEqual([
      "This is not LaTeX that can be set: There is no command \\foo.",
    ]);
  });

  it.each([
    ['callout F/Y "of $\\foo$"', "callout"],
    ['plate norm "of $\\foo$" F/Y', "plate"],
    ['title F "of $\\foo$"', "title"],
    ['figure = "of $\\foo$" F', "figure"],
  ])("is told of %s", (line, kind) => {
    const [diagnostic] = derive(textWith(line)).diagnostics;
    expect(diagnostic?.title).toBe(`The maths of this ${kind} is shown as it stands.`);
    expect(diagnostic?.why[0]).toMatch(/There is no command/);
  });

  it("is offered with its braces in pairs, as words, or not at all", () => {
    expect(fixesFor('title F "of $\\mathrm{abc$"')).toEqual([
      "Write `$\\mathrm{abc}$`",
      "Write `\\$\\mathrm{abc\\$`, which is no maths",
      "Remove the line",
    ]);
  });

  it("is told apart from a line break", () => {
    const line = 'title F "of $\\nu$"';
    const [diagnostic] = derive(textWith(line)).diagnostics;
    expect(diagnostic?.why).toEqual([
      "`\\n` breaks the line; in maths, `\\nu` is written `\\\\nu`.",
    ]);
    expect(fixesFor(line)).toEqual(["Write `$\\\\nu$`", "Remove the line"]);
  });

  it("is not one that can be set, nor a price", () => {
    for (const line of ['title F "$\\\\nu$"', 'title F "5$ to\\n6$"', 'callout F/Y "$x_i$"'])
      expect(fixesFor(line)).toEqual([]);
  });
});
