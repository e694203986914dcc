import { describe, expect, test } from "vitest";
import { makeAll, titles } from "./whole-pipeline.ts";

/** What is said about a text. */
function said(text: string): readonly string[] {
  return titles(makeAll(text).diagnostics);
}

describe("nesting", () => {
  const forms: readonly (readonly [what: string, make: (depth: number) => string])[] = [
    ["parentheses", (n) => `Y[t] = ${"(".repeat(n)}X${")".repeat(n)}`],
    ["calls", (n) => `Y[t] = ${"relu(".repeat(n)}X${")".repeat(n)}`],
    ["signs", (n) => `Y[t] = ${"-".repeat(n)}X`],
    ["powers", (n) => `Y[t] = X${"^2".repeat(n)}`],
    ["size parentheses", (n) => `size k = ${"(".repeat(n)}1${")".repeat(n)}`],
    ["size functions", (n) => `size k = ${"ceil(".repeat(n)}1${")".repeat(n)}`],
    ["loops", (n) => Array.from({ length: n }, (_, i) => `${"  ".repeat(i)}repeat 2:`).join("\n")],
    ["groups", (n) => `Y[t] = rearrange[${"(".repeat(n)}t${")".repeat(n)} -> t](X)`],
  ];
  test.each(forms)("of 200 and 5,000 %s is refused at its place and costs its line", (_, make) => {
    for (const depth of [200, 5000]) {
      const found = said(`input X[t]\n${make(depth)}\nZ[t] = tanh(X)\n`);
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^T01 /);
    }
  });

  test("of 90 levels is fine", () => {
    expect(said(`input X[t]\nY[t] = ${"relu(".repeat(90)}X${")".repeat(90)}\n`)).toEqual([]);
  });
});

describe("a long line", () => {
  test("of 50 MB is refused, and the others are kept", () => {
    const text = `input X[t]\nY[t] = relu(X) ${"x".repeat(50_000_000)}\nZ[t] = tanh(X)\n`;
    expect(said(text)).toEqual(["T01 This line has 50000015 characters; at most 100000 are read."]);
  });
});

describe("circles", () => {
  test("of arrays are said once, however long", () => {
    const ring = (n: number) =>
      Array.from({ length: n }, (_, i) => `A${i}[t] = relu(A${(i + 1) % n})`).join("\n");
    expect(said(ring(1))).toEqual(["S04 `A0` is computed from itself."]);
    const [title = "", ...more] = said(ring(1000));
    expect(more).toEqual([]);
    expect(title).toMatch(/^S04 These 1000 arrays form a loop: /);
    expect(title.length).toBeLessThan(120);
  });

  test("of blocks are named", () => {
    const blocks = Array.from(
      { length: 500 },
      (_, i) => `block F${i}(X[t]) -> Y[t]:\n  Y[t] = F${(i + 1) % 500}(X)`,
    );
    const { diagnostics } = makeAll(blocks.join("\n"));
    expect(titles(diagnostics).every((title) => /^N10 `F\d+` contains itself\.$/.test(title))).toBe(
      true,
    );
    expect(diagnostics[0]?.why.join("").length).toBeLessThan(120);
  });

  test("of sizes and of layers are errors", () => {
    expect(said("size a = b, b = a\ninput X[a]\n")[0]).toMatch(/^S04 /);
    expect(said("layer A = B\nlayer B = A\ninput X[t]\nY[t] = A(X)\n")[0]).toMatch(/^N02 /);
  });
});

describe("huge numbers", () => {
  const big = `1${"0".repeat(400)}`;
  test.each([
    ["a size", `size n = ${big}\ninput X[n]\nY[n] = relu(X)`, /^$/],
    ["a product of sizes", `size n = ${big}, m = n*n*n*n\ninput X[m]`, /^$/],
    ["a tower", "size z = 2^2^2^2^2^2\ninput X[z]", /^N09 .* too large/],
    ["a power of a sum", "size a, b, c, z = (a+b+c)^1000\ninput X[z]", /^N09 .* too large/],
    [
      "a repeat",
      "input X[t]\nrepeat 1000000000:\n  carry A[t] from X to B\n  B[t] = relu(A)",
      /^$/,
    ],
    [
      "a repeat whose copies differ",
      "input X[c=1]\nrepeat 1000000000 as i:\n  carry A[a=i+1] from X to B[b=i+2]\n  B[b] = linear[a -> b](A)",
      /^N09 A repeat that changes shape has at most/,
    ],
    ["a number in a value", `input X[t]\nY[t] = X * ${big}`, /^T01 This number is too large/],
    ["a size of a million digits", `size n = ${"9".repeat(90_000)}`, /^T01 This number has/],
  ])("%s is worked with or refused", (_, text, expected) => {
    expect(said(text)[0] ?? "").toMatch(expected);
  });

  test("a table of 20,000 entries is read", () => {
    const entries = Array.from({ length: 15_000 }, (_, i) => i + 1).join(", ");
    expect(said(`size c = (${entries})\ninput X[a=c[14999]]\n`)).toEqual([]);
  });
});

test("long names and numbers are cut in messages", () => {
  const name = "a".repeat(50_000);
  const axes = Array.from({ length: 1000 }, (_, i) => `a${i}`).join(" ");
  const text = `size c = (1, 2)
input X[a=c[10^400]], Y[${axes}], Z[b=10^300]
A = relu(${name})
B = softmax[q](Y)
C[b] = relu(Z) + zeros[b=2]()
`;
  const { diagnostics } = makeAll(text);
  expect(diagnostics.length).toBeGreaterThanOrEqual(3);
  for (const { title, why } of diagnostics) {
    for (const sentence of [title, ...why]) expect(sentence.length).toBeLessThanOrEqual(400);
  }
  expect(titles(diagnostics)[0]).toMatch(
    /^N09 `c` has entries 0 to 1, but entry 10+…0+ is asked for\.$/,
  );
});

describe("characters", () => {
  test.each(["\0", "\u0007", "\u001b[31m", "\u0085"])(
    "%j is refused at its column",
    (character) => {
      expect(said(`input X[t]\nY[t] = relu(X)${character}\nZ[t] = tanh(X)\n`)).toEqual([
        expect.stringMatching(
          /^T01 The control character U\+[0-9A-F]{4} cannot stand in a file\.$/,
        ),
      ]);
    },
  );

  test("line ends of all systems may be mixed", () => {
    expect(said("\ufeffinput X[t]\r\nA[t] = relu(X)\rB[t] = relu(A)\n\r\n\tC = relu(B)")).toEqual([
      "T01 Expected no indentation, but found 2 spaces.",
    ]);
  });
});

describe("names that JavaScript objects have", () => {
  const names = ["constructor", "toString", "hasOwnProperty", "valueOf", "prototype"];
  test.each(names)("`%s` may name anything, and is no operation, option or keyword", (name) => {
    expect(
      said(`size ${name} = 4
block ${name}(X[${name}]) -> Y[${name}]:
  Y[${name}] = relu(X)
input X[t ${name}], ${name}[t]
layer W = ${name}
A[t ${name}] = ${name}(X) * size(${name})
C[t] = tanh(${name})
B[t] = sum[${name}](W(A))
repeat 3 as i:
  carry P[t] from B to Q
  save ${name}[i] = P
  Q[t] = tanh(P)
repeat 3 as j:
  carry R[t] from P to S
  L[t] = load ${name}[j]
  S[t] = R + L
`),
    ).toEqual([]);
    expect(said(`input A[t]\nB = ${name}(A)\n`)[0]).toMatch(/^N02 /);
    expect(said(`input A[t]\nB = softmax[t; ${name}](A)\n`)[0]).toMatch(/^N11 /);
    expect(said(`input A[t]\nB = softmax[t](A, ${name}=1)\n`)[0]).toMatch(/^N11 /);
    expect(said(`main ${name}\ninput A[t]\n`)[0]).toMatch(/^N02 /);
  });

  test("`__proto__` is no name, since names start with a letter", () => {
    for (const line of ["input __proto__[t]", "A[__proto__] = zeros[__proto__]()"]) {
      expect(said(line)[0]).toMatch(/^T01 /);
    }
  });
});

test("a newer version is named, and the rest is drawn", () => {
  const { diagnostics, scene } = makeAll("ncd 9\ninput X[t]\nY[t] = relu(X)\n");
  expect(titles(diagnostics)).toEqual([
    "T01 This file needs version 9 of the language; version 1 is known here.",
  ]);
  expect(scene.nodes).toHaveLength(3);
});

test("duplicate names are said at the second and keep the first", () => {
  expect(said("input X[t]\nA[t] = relu(X)\nA[t] = tanh(X)\nB[t] = exp(A)\n")).toEqual([
    "N06 `A` is defined twice.",
  ]);
});

describe("a division of sizes that does not come out whole", () => {
  test.each([
    ["size k = 7, h = 2, d = k/h", "N08 `h` must divide `k`, but k = 7 and h = 2."],
    ["size d = 3 / 2", "N08 2 must divide 3."],
  ])("is an error: %s", (line, title) => {
    expect(said(`${line}\ninput X[d]\nY[d] = relu(X)\n`)).toEqual([title]);
  });

  test("is none while a value is open", () => {
    expect(said("size k, h = 2, d = k/h\ninput X[d]\nY[d] = relu(X)\n")).toEqual([]);
  });
});

test("a power of another language is named", () => {
  expect(said("input X[t]\nY[t] = X ** 2\n")).toEqual(["T01 A power is written with `^`."]);
});
