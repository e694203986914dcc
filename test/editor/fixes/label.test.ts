import { describe, expect, it } from "vitest";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";
import { derive } from "../../../src/editor/pipeline.ts";
import { listProblems } from "../../../src/editor/problems.ts";

function textWith(tex: string): string {
  return `block F(X[t m]) -> Y[t m]:
  Y[t m] = relu(X)

layout:
  theme dark
  label F/axis t "${tex}"  # by hand
`;
}

function fixesFor(tex: string): readonly string[] {
  const context = fixContext(textWith(tex));
  const [diagnostic] = context.diagnostics;
  return diagnostic === undefined ? [] : fixesOf(context, diagnostic).map(({ title }) => title);
}

describe("a label that is no LaTeX", () => {
  it("is a warning at its text, which says why", () => {
    const { diagnostics, sources, scene } = derive(textWith("\\nosuch{x}"));
    const [problem, ...others] = listProblems(diagnostics, sources);
    expect(others).toEqual([]);
    expect(problem?.span).toEqual({ line: 6, column: 19, endColumn: 29 });
    expect(problem?.diagnostic).toMatchObject({
      code: "T01",
      severity: "warning",
      title: "The label of axis `t` is shown as it stands.",
      why: ["This is not LaTeX that can be set: There is no command \\nosuch."],
    });
    expect(scene.nodes.some(({ kind }) => kind === "op")).toBe(true);
  });

  it("is offered with its braces in pairs, without commands, or not at all", () => {
    expect(fixesFor("\\mathrm{abc")).toEqual([
      "Write `\\mathrm{abc}`",
      "Write `abc`",
      "Remove the label",
    ]);
    expect(fixesFor("t_")).toEqual(["Write `t`", "Remove the label"]);
    expect(fixesFor("t}")).toEqual(["Write `t`", "Remove the label"]);
    expect(fixesFor("\\nosuch")).toEqual(["Remove the label"]);
  });

  it("is not one that can be set", () => {
    for (const tex of ["\\overline{y}", "c_{\\lambda-1}", "28^2", "长"])
      expect(fixesFor(tex)).toEqual([]);
  });
});
