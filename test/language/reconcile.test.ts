import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { followLayout } from "../../src/language/follow-layout.ts";
import { parse } from "../../src/language/parse.ts";
import { print } from "../../src/language/print.ts";
import { printLayoutContent } from "../../src/language/read-layout.ts";
import { followed, type IdDeltas } from "../../src/language/reconcile.ts";
import { arbitraryDocument } from "../support/arbitrary-document.ts";
import { dedent } from "../support/typed.ts";

const ATTENTION = dedent(`
  size k = 64, h = 8, m = k*h

  block Attention(E[y m], X[x m]) -> O[y m]:
    Q[y k h] = linear[m -> k h](E)
    K[x k h] = linear[m -> k h](X)
    V[x k h] = linear[m -> k h](X)
    S[y x h] = dot[k](Q, K) / sqrt(k)
    A[y x h] = softmax[x](S)
    Z[y k h] = dot[x](A, V)
    O[y m] = linear[k h -> m](Z)

  block Encoder(Z[t m]) -> Y[t m]:
    scan t:
      each z[m] in Z
      carry H[m] from zeros() to H'
      collect Y[t m] from H'
      H'[m] = relu(linear[m -> m](z) + H)

  input I[t m]
  J = layer_norm[m](I + Attention(I, I))
`);

/** Every id of a document: statements, and the operands that have ids of their own. */
function idsOf(text: string): readonly string[] {
  return [...parse(text).source.keys()].filter((key) => !key.includes("#"));
}

/** The deltas of an edit, after the laws: every node is accounted for once on both sides. */
function deltas(before: string, after: string): IdDeltas {
  const ids = parse(after, parse(before).document).ids;
  if (ids === undefined) throw new RangeError("There was a document before.");
  const olds = idsOf(before);
  const images = olds.flatMap((id) => followed(id, ids) ?? []);
  expect(new Set(images).size).toBe(images.length);
  expect([...images, ...ids.added].toSorted()).toEqual([...idsOf(after)].toSorted());
  for (const id of [...ids.removed, ...ids.renamed.keys()]) expect(olds).toContain(id);
  return ids;
}

/** What an edit of the attention text does to its ids, as lines. */
function says(edit: (text: string) => string): readonly string[] {
  const { renamed, added, removed } = deltas(ATTENTION, edit(ATTENTION));
  return [
    ...[...renamed].map(([from, to]) => `${from} > ${to}`),
    ...[...removed].map((id) => `- ${id}`),
    ...[...added].map((id) => `+ ${id}`),
  ];
}

const replacing = (from: string | RegExp, to: string) => (text: string) => {
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  return edited;
};

describe("nodes after an edit of the text", () => {
  it("are all accounted for, whatever the two texts", () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, (one, other) => {
        deltas(print(one), print(other));
        const mixed: Document = { ...one, statements: [...other.statements, ...one.statements] };
        deltas(print(one), print(mixed));
      }),
      { numRuns: 60 },
    );
  });

  it("are the same when the text is the same or only spaced otherwise", () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const { renamed, added, removed } = deltas(print(document), `# above\n${print(document)}`);
        expect([...renamed, ...added, ...removed]).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it("follow an array that is renamed at its line, and the operands with it", () => {
    expect(says(replacing("S[y x h] =", "W[y x h] ="))).toEqual([
      "Attention/S > Attention/W",
      "Attention/S.1 > Attention/W.1",
      "Attention/S.1.1 > Attention/W.1.1",
      "Attention/S.1.2 > Attention/W.1.2",
      "Attention/S.2 > Attention/W.2",
      "Attention/S.2.1 > Attention/W.2.1",
    ]);
  });

  it("follow an array that is renamed everywhere", () => {
    expect(says((text) => text.replaceAll(/\bA\b/g, "P"))).toEqual([
      "Attention/A > Attention/P",
      "Attention/A.1 > Attention/P.1",
    ]);
  });

  it("stay when lines are reordered", () => {
    const lines = ATTENTION.split("\n");
    const moved = [...lines.slice(0, 3), lines[6], lines[4], lines[5], lines[3], ...lines.slice(7)];
    expect(says(() => moved.join("\n"))).toEqual([]);
  });

  it("stay when a line comes", () => {
    expect(says(replacing("  A[y", "  T = relu(S)\n  A[y"))).toEqual([
      "+ Attention/T",
      "+ Attention/T.1",
    ]);
  });

  it("stay when a line goes, which is reported", () => {
    expect(says(replacing(/ {2}A\[y.*\n/, ""))).toEqual(["- Attention/A", "- Attention/A.1"]);
  });

  it("stay when the operation of a line changes", () => {
    expect(says(replacing("softmax", "log_softmax"))).toEqual([]);
  });

  it("keep the operands that remain when the line loses a part", () => {
    expect(says(replacing(" / sqrt(k)", ""))).toEqual([
      "Attention/S.1.1 > Attention/S.1",
      "Attention/S.1.2 > Attention/S.2",
      "- Attention/S.1",
      "- Attention/S.2",
      "- Attention/S.2.1",
    ]);
  });

  it("keep a call that goes into another place of its line", () => {
    expect(says(replacing("I + Attention(I, I)", "2 * Attention(I, I)"))).toEqual([
      "- J.1",
      "- J.1.1",
      "+ J.1",
      "+ J.1.1",
    ]);
    expect(says(replacing("I + Attention(I, I)", "Attention(I, I)"))).toEqual([
      "J.1.2 > J.1",
      "J.1.2.1 > J.1.1",
      "J.1.2.2 > J.1.2",
      "- J.1",
      "- J.1.1",
    ]);
  });

  it("stay when an axis is renamed everywhere", () => {
    expect(says((text) => text.replaceAll(/\bx\b/g, "s"))).toEqual([]);
  });

  it("move with the block that is renamed", () => {
    const renames = says((text) => text.replaceAll("Encoder", "Tower"));
    expect(renames).toContain("block:Encoder > block:Tower");
    expect(renames).toContain("Encoder/H' > Tower/H'");
    expect(renames.filter((line) => !line.includes(" > "))).toEqual([]);
  });

  it("move with a line that goes into another block", () => {
    const moved = says((text) =>
      text
        .replace(/ {2}A\[y.*\n/, "")
        .replace("  scan t:", "  A[y x h] = softmax[x](S)\n  scan t:"),
    );
    expect(moved).toEqual(["Attention/A > Encoder/A", "Attention/A.1 > Encoder/A.1"]);
  });

  it("stay while a line is half typed", () => {
    expect(says(replacing("softmax[x](S)", "softmax[x]("))).toEqual(["- Attention/A.1"]);
  });

  it("follow a loop whose carry is renamed", () => {
    expect(says((text) => text.replaceAll(/\bY\b/g, "U"))).toEqual(
      ["Encoder/Y > Encoder/U"].concat(["Encoder/Y.1 > Encoder/U.1"]),
    );
  });
});

describe("lines of layout", () => {
  it("follow what they are about", () => {
    const text = `${ATTENTION}\nlayout:\n  open J.1.2\n  label Encoder/axis t "u"\n  label Attention/array S "s"\n  wrap 80\n  detail Encoder arrays\n  plate plain "Core" J Attention/S\n  callout J "Here"\n`;
    const { document } = parse(text);
    const edited = text
      .replace("J =", "N =")
      .replace("block Encoder", "block Tower")
      .replace("S[y", "W[y");
    const { document: now, ids } = parse(edited, document);
    if (ids === undefined) throw new RangeError("There was a document before.");
    expect(followLayout(now.layout, ids).map(printLayoutContent)).toEqual([
      "open N.1.2",
      'label Tower/axis t "u"',
      'label Attention/array W "s"',
      "wrap 80",
      "detail Tower arrays",
      'plate plain "Core" N Attention/W',
      'callout N "Here"',
    ]);
  });
});
