import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Cursor, NESTING_LIMIT, reading } from "../../shapes/cursor.ts";
import { parseSize, readSize, readTightSize } from "../../shapes/parse.ts";
import { parseShape } from "../../shapes/parse-shape.ts";
import { printSizeExpression } from "../../shapes/print-expression.ts";
import { printShape } from "../../shapes/print-shape.ts";
import { constant, symbol } from "../../shapes/size.ts";
import { anyExpression } from "../support/size-expressions.ts";
import { size } from "../support/sizes.ts";

function printed(text: string): string {
  const parsed = parseSize(text);
  return parsed.ok ? printSizeExpression(parsed.value) : parsed.complaint.says;
}

function complaint(text: string): { says: string; column: number; endColumn: number } | undefined {
  const parsed = parseSize(text);
  return parsed.ok ? undefined : parsed.complaint;
}

describe("size expressions", () => {
  it("are read from their print exactly as they were", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const parsed = parseSize(printSizeExpression(expression));
        expect(parsed).toEqual({ ok: true, value: expression });
      }),
      { numRuns: 2000 },
    );
  });

  it("are read tightly from their print too, since it has no spaces", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const cursor = new Cursor(`${printSizeExpression(expression)} next`);
        expect(readTightSize(cursor)).toEqual(expression);
        expect(cursor.text.slice(cursor.position)).toBe(" next");
      }),
    );
  });

  it.each([
    ["4 * m", "4*m"],
    ["2 - j", "2-j"],
    ["c[ i + 1 ]", "c[i+1]"],
    ["ceil( n / 2 )", "ceil(n/2)"],
    ["((a))", "a"],
    ["(a * b) // c", "a*b//c"],
    ["a * (b // c)", "a*(b//c)"],
    ["a - (b - c)", "a-(b-c)"],
    ["(a - b) - c", "a-b-c"],
    ["-(a + b)", "-(a+b)"],
    ["-x^2", "-x^2"],
    ["(-x)^2", "(-x)^2"],
    ["2^3^n", "2^3^n"],
    ["(2^3)^n", "(2^3)^n"],
    ["min(a, b, 3)", "min(a,b,3)"],
    ["? + 1", "?+1"],
    ["y''*d_model", "y''*d_model"],
    ["min * max", "min*max"],
    ["007", "7"],
  ])("print %s as %s", (text, canonical) => {
    expect(printed(text)).toBe(canonical);
  });

  it("read the minus before a number inside signs, and a sign tighter than a product", () => {
    const parsed = parseSize("-a*b");
    expect(parsed.ok && parsed.value.kind).toBe("binary");
  });

  it.each([
    ["", "Expected a size, but found the end of the line.", 1, 1],
    ["a +", "Expected a size, but found the end of the line.", 4, 4],
    ["a + )", "Expected a size, but found `)`.", 5, 6],
    ["(a", "Expected `)` after the size, but found the end of the line.", 3, 3],
    ["c[i", "Expected `]` after the size, but found the end of the line.", 4, 4],
    ["a b", "Expected the end of the size, but found `b`.", 3, 4],
    ["a ~ b", "Expected the end of the size, but found `~`.", 3, 4],
    ["log(n)", "There is no size function `log`; there are ceil, floor, min and max.", 1, 4],
    ["ceil(a, b)", "`ceil` takes one size, but it is given 2.", 1, 11],
    ["2.5", "Sizes are whole numbers, so a point cannot follow here.", 1, 3],
    ["2n", "A name starts with a letter and a product has a `*`, so `n` cannot follow `2`.", 1, 3],
  ])("complain about %j in a sentence with columns", (text, says, column, endColumn) => {
    expect(complaint(text)).toMatchObject({ says, column, endColumn });
  });

  it.each(["(", "-", "c[", "min(", "2^", "(-"])("nest %j only so deep", (opening) => {
    const found = complaint(opening.repeat(100_000));
    expect(found?.says).toBe("This nests more than 100 levels deep.");
    expect(found?.column).toBeLessThanOrEqual(opening.length * (NESTING_LIMIT + 1) + 1);
  });

  it("may nest 100 levels, and no more", () => {
    const nest = (levels: number) => `${"(".repeat(levels)}n${")".repeat(levels)}`;
    expect(printed(nest(NESTING_LIMIT))).toBe("n");
    expect(printed(nest(NESTING_LIMIT + 1))).toBe("This nests more than 100 levels deep.");
  });

  it("chain only so many operators", () => {
    expect(printed(`n${"+n".repeat(1000)}`)).toBe(`n${"+n".repeat(1000)}`);
    expect(printed(`n${"+n".repeat(1_000_000)}`)).toBe("This line has more than 1000 operators.");
  });

  it("hold numbers of up to 1000 digits", () => {
    const digits = `1${"0".repeat(400)}`;
    expect(printed(digits)).toBe(digits);
    expect(printed("9".repeat(100_000))).toBe(
      "This number has 100000 digits; a size can have at most 1000.",
    );
  });

  it("leave what they do not understand to the reader that called them", () => {
    const cursor = new Cursor("h divides m");
    expect(readSize(cursor)).toEqual({ kind: "name", name: "h" });
    expect(cursor.column).toBe(2);
    const arrow = new Cursor("n->m");
    expect(readTightSize(arrow)).toEqual({ kind: "name", name: "n" });
    expect(arrow.sees("->")).toBe(true);
  });

  it("end at a space when read tightly, but not inside parentheses", () => {
    const cursor = new Cursor("(t - n) 5 +1");
    expect(printSizeExpression(readTightSize(cursor))).toBe("t-n");
    cursor.skipSpaces();
    expect(printSizeExpression(readTightSize(cursor))).toBe("5");
    expect(cursor.sees(" +1")).toBe(true);
  });
});

describe("a cursor", () => {
  it("takes a word only where the word ends", () => {
    const cursor = new Cursor("ask as");
    expect(cursor.takeWord("as")).toBe(false);
    expect(cursor.takeWord("ask")).toBe(true);
    expect(cursor.skipSpaces()).toBe(true);
    expect(cursor.skipSpaces()).toBe(false);
    expect(cursor.takeWord("as")).toBe(true);
    expect(cursor.atEnd).toBe(true);
    expect(cursor.next).toBe("");
  });

  it("quotes what it found, cut short when it is long", () => {
    expect(new Cursor("-> x").describeNext()).toBe("`->`");
    expect(new Cursor("a".repeat(50)).describeNext()).toBe(`\`${"a".repeat(39)}…\``);
  });

  it("marks the whole word that it did not expect", () => {
    const found = reading(() => new Cursor("softmax").expect("=", "after the name"));
    expect(found).toEqual({
      ok: false,
      complaint: {
        says: "Expected `=` after the name, but found `softmax`.",
        expected: ["="],
        column: 1,
        endColumn: 8,
      },
    });
  });

  it("lets other exceptions pass through a reading", () => {
    expect(() =>
      reading(() => {
        throw new RangeError("ours");
      }),
    ).toThrow("ours");
    expect(() => new Cursor("n").takePattern(/n/)).toThrow("is not sticky");
  });
});

describe("shapes as text", () => {
  it.each([
    ["[]", "[]"],
    ["[ b  t d ]", "[b t d]"],
    ["[n p=n g=4 w=2*c]", "[n p=n g=4 w=2*c]"],
    ["[3 H W]", "[3 H W]"],
    ["[t=(n - 1)//2]", "[t=(n-1)//2]"],
    ["[t=n+n y=y]", "[t=2*n y]"],
  ])("print %s as %s", (text, canonical) => {
    const parsed = parseShape(text);
    expect(parsed.ok && printShape(parsed.value)).toBe(canonical);
    const again = parseShape(canonical);
    expect(again).toEqual(parsed);
  });

  it("take sizes from where the caller says", () => {
    const parsed = parseShape("[m]", (name) => (name === "m" ? size("h*k") : undefined));
    expect(parsed.ok && printShape(parsed.value)).toBe("[m=h*k]");
  });

  it("have axes named like their numbers", () => {
    const parsed = parseShape("[3 x]");
    expect(parsed).toEqual({
      ok: true,
      value: [
        { name: "3", size: constant(3) },
        { name: "x", size: symbol("x") },
      ],
    });
  });

  it.each([
    ["b t]", "Expected `[` before the axes, but found `b`.", 1],
    ["[b t", "Expected an axis name or `]`, but found the end of the line.", 5],
    ["[b b]", "The axis `b` stands here a second time.", 4],
    ["[b=?]", "A size is missing here.", 2],
    ["[b=n//0]", "`n//0` divides by 0.", 2],
    ["[b] x", "Expected the end of the shape, but found `x`.", 5],
  ])("complain about %s", (text, says, column) => {
    const parsed = parseShape(text);
    expect(parsed.ok).toBe(false);
    expect(!parsed.ok && [parsed.complaint.says, parsed.complaint.column]).toEqual([says, column]);
  });
});
