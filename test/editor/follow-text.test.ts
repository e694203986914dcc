import { describe, expect, it } from "vitest";
import { followText } from "../../src/editor/follow-text.ts";
import { parse } from "../../src/language/parse.ts";
import { dedent } from "../support/typed.ts";

const TEXT = dedent(`
  block F(X[a]) -> Y[a]:
    H[a] = relu(X)
    Y[a]   = tanh(H)

  input X[t]
  Z[t] = F(X)
  O[t] = Z + F(Z)
  layout:
    open O.2   # open
    open Z
    label F/array H "h"
    label F/axis a "alpha"
    wrap 80
`);

function follow(edited: string) {
  return followText(edited, parse(edited).document, parse(TEXT).document);
}

/** The layout section of the text after it was edited from `TEXT`. */
function layoutAfter(edited: string): readonly string[] {
  const { text } = follow(edited);
  const [above, below = ""] = text.split("layout:\n");
  expect(edited.startsWith(above ?? "")).toBe(true);
  return below.split("\n").map((line) => line.trim());
}

describe("layout lines of a text that is typed", () => {
  it("follow arrays and blocks that are renamed", () => {
    const edited = TEXT.replaceAll(/\bZ\b/g, "W")
      .replace("open W", "open Z")
      .replaceAll("F(", "G(");
    expect(layoutAfter(edited.replace("H[a] =", "K[a] =").replace("O[t] =", "P[t] ="))).toEqual([
      "open P.2   # open",
      "open W",
      'label G/array K "h"',
      'label G/axis a "alpha"',
      "wrap 80",
      "",
    ]);
  });

  it("follow a call inside a line", () => {
    expect(layoutAfter(TEXT.replace("Z + F(Z)", "relu(Z + F(Z))"))[0]).toBe("open O.1.2   # open");
  });

  it("stay when they were typed themselves, and when nothing was renamed", () => {
    expect(follow(TEXT).text).toBe(TEXT);
    const typed = TEXT.replace("Z[t] =", "W[t] =").replace("open Z", "open W");
    expect(follow(typed).text).toBe(typed);
  });
});
