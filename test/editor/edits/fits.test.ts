import { describe, expect, it } from "vitest";
import { arraysFor, calleesFor, portsFor } from "../../../src/editor/edits/fits.ts";
import { contextOf } from "../../support/edit-laws.ts";

const TEXT = `
  input Q[y k], K[x k], V[x v]
  S[y x] = dot[k](Q, K) / sqrt(k)
  A[y x] = softmax[x](S)
  Z[y v] = dot[x](A, ?)
`;

describe("the ports for an array", () => {
  const ports = (array: string) =>
    portsFor(contextOf(TEXT), { definition: "", array }).map(
      ({ port, title, isFree, fits, result, says }) =>
        `${fits ? "+" : "-"} ${title} ${port.node}.${port.operand}${isFree ? " free" : ""}: ${result ?? says ?? "open"}`,
    );

  it("come with what would come out, those that fit and are free first", () => {
    expect(ports("V")).toEqual([
      "+ dot product Z.1 free: Z[y v]",
      "+ divide S.0: S[x v]",
      "+ divide S.1: S[y x v]",
      "+ softmax A.0: A[x v]",
      "+ dot product Z.0: open",
      "- dot product S.1.0: `dot` over `k` needs it in two operands; use `sum[k]` for one.",
      "- dot product S.1.1: `dot` over `k` needs it in two operands; use `sum[k]` for one.",
    ]);
  });

  it("that would close a loop do not fit", () => {
    expect(ports("Z").filter((line) => line.startsWith("- softmax"))).toEqual([
      "- softmax A.0: `Z` is made from `A`, so this would be a loop: disconnect one of them first, or make it a scan that carries `Z`.",
    ]);
  });

  it("are found once for a state of the diagram", () => {
    const context = contextOf(TEXT);
    const array = { definition: "", array: "V" };
    expect(portsFor(context, array)).toBe(portsFor(context, array));
  });
});

describe("the arrays for a port", () => {
  it("come with what would come out, those that fit first", () => {
    const fits = arraysFor(contextOf(TEXT), { node: "A", operand: 0 });
    expect(fits.map(({ array, fits, result }) => `${array.array} ${fits} ${result ?? ""}`)).toEqual(
      ["K true A[x k]", "V true A[x v]", "Q false ", "A false ", "Z false "],
    );
    expect(fits.find(({ array }) => array.array === "Q")?.says).toBe(
      "`softmax` over `x` needs an axis `x`, but `Q` is [y k].",
    );
  });
});

describe("the operations for an array", () => {
  it("come with what would come out", () => {
    const context = contextOf(`
      size d = 8
      block F(X[d]) -> Y[d e=2]:
        Y[d e] = linear[-> e](X)

      input X[t d], ids[t] of v
    `);
    const of = (array: string) =>
      new Map(
        calleesFor(context, { definition: "", array }).map(({ what, fits, result, says }) => [
          what.name,
          `${fits ? "+" : "-"} ${result ?? says ?? "?"}`,
        ]),
      );
    const arrays = of("X");
    expect(arrays.get("softmax")).toBe("+ S[t d]");
    expect(arrays.get("linear")).toBe("+ L[t d']");
    expect(arrays.get("dot")).toBe("+ ?");
    expect(arrays.get("F")).toBe("+ Y[t d e=2]");
    expect(arrays.get("and")).toMatch(/^- /);
    expect(arrays.get("one_hot")).toMatch(/^- /);
    expect(of("ids").get("embedding")).toBe("+ E[t v']");
  });
});
