import { describe, expect, it } from "vitest";
import { closeAll } from "../../src/editor/close-all.ts";
import { parse } from "../../src/language/parse.ts";

const TEXT = `block Head(X[t m]) -> Y[t m]:
  Y[t m] = relu(X)

block Other(X[t m]) -> Y[t m]:
  A[t m] = Head(X)
  Y[t m] = tanh(A)

input X[t m]
P = Head(X) + Head(X)
Q = Other(P)

layout:
  open P.1
  open Q
  open Other/A
`;

describe("closing all of one kind", () => {
  it("closes every call of the block, in every definition, and no other", () => {
    const closed = closeAll(TEXT, parse(TEXT).document, "Head");
    expect(closed).toBe(TEXT.replace("  open P.1\n", "").replace("  open Other/A\n", ""));
  });

  it("leaves a text as it is where none is open", () => {
    const text = TEXT.slice(0, TEXT.indexOf("layout:"));
    expect(closeAll(text, parse(text).document, "Head")).toBe(text);
  });
});
