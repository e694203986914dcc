import { expect, it } from "vitest";
import { fixContext } from "../../../src/editor/fixes/context.ts";
import { fixesOf } from "../../../src/editor/fixes/fixes.ts";
import { dedent } from "../../support/typed.ts";

/** The one error of a text, and its fixes, each of which was tried. */
function mended(text: string): readonly string[] {
  const context = fixContext(dedent(text));
  const errors = context.diagnostics.filter(({ severity }) => severity === "error");
  return errors.flatMap((error) => [
    `${error.code} ${error.title}`,
    ...fixesOf(context, error).map(({ title }) => title),
  ]);
}

it("a size that a later copy cannot split may start as a multiple, or there are fewer copies", () => {
  const text = `
    size w = (4, 8, 16, 32), H = 12
    input A[a=w[0] p=H]
    repeat 3 as i:
      carry X[c=w[i] s] from A to X'[d=w[i+1] t]
      G[c t g=2] = split[s -> t g=2](X)
      X'[d t] = linear[c g -> d](G)
  `;
  expect(mended(text)).toEqual([
    "S06 `⌊H/4⌋` (3) does not split into 2 equal parts.",
    "Set `H` to 16",
    "Set `H` to 8",
    "Repeat 2 times",
  ]);
});

it("entries of a table that must be equal may be set to each other", () => {
  const text = `
    size w = (4, 8)
    input A[a=w[0]]
    repeat 2 as i:
      carry X[c=w[i]] from A to X'[d=w[1-i]]
      X'[d] = rename[c -> d](X)
  `;
  expect(mended(text)).toEqual([
    "N08 `w[1]` must equal `w[0]`, but w[1] = 8 and w[0] = 4.",
    "Set `w[0]` to 8",
    "Set `w[1]` to 4",
  ]);
});

it("a number of parts that an entry does not have may divide all of them", () => {
  const text = `
    size w = (6, 12, 20, 32), r = 8
    input A[a=w[0]]
    repeat 3 as i:
      carry Z[c=w[i]] from A to Z'[d=w[i+1]]
      E[g=r e=w[i+1]/r] = split[d -> g e](linear[c -> d](Z))
      Z'[d] = merge[g e -> d](E)
  `;
  expect(mended(text)).toEqual([
    "N08 `r` must divide `w[1]`, but w[1] = 12 and r = 8.",
    "Make all entries of `w` multiples of 8",
    "Set `r` to 2",
  ]);
});

it("a size that must not change may be kept by the operation that changes it", () => {
  const text = `
    size w = (4, 8, 16), H = 32
    input X[a=w[0] p=H]
    repeat 2 as i:
      carry Z[c=w[i] s] from X to Z'[d=w[i+1] s']
      G[d s] = linear[c -> d](Z)
      P[d t] = conv[d -> d; over s -> t; kernel 3; pad 1; stride 2](G)
      Z'[d s'] = rename[s -> s'](G + rename[t -> s](P))
  `;
  const [said, ...fixes] = mended(text);
  expect(said).toBe("N08 `H` must equal `⌈H/2⌉`, but H = 32.");
  expect(fixes).toContain("Write 1 instead of 2");
});
