import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderWith, runIn } from "../support/terminal.ts";

const GOOD = "size d = 4\ninput X[t d]\nY[t d] = relu(X)\n";

const folder = folderWith({
  "good.ncd": GOOD,
  "bad.ncd": `${GOOD}Z = relu(\n`,
  "cut.svg": "<svg><metadata>",
  "other.svg": "<svg/>",
  "page.html": "<html><script>alert(1)</script></html>",
  "other.json": '{"a": 1}',
  "newer.json": '{"format": "axisloom", "version": 2, "text": ""}',
});
mkdirSync(join(folder, "folder"));
writeFileSync(join(folder, "image.png"), Buffer.from("89504e470d0a1a0a0000000d49484452ff", "hex"));
writeFileSync(join(folder, "paper.pdf"), Buffer.from("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "latin1"));
writeFileSync(join(folder, "wide.ncd"), Buffer.from(`\ufeff${GOOD}`, "utf16le"));
const before = contents();

function contents(): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}

describe("what cannot be read or written is refused in one sentence and leaves all files alone", () => {
  test.each([
    [["check", "image.png"], "image.png:1:1: This is a PNG image, not a diagram of Axisloom."],
    [["check", "paper.pdf"], "paper.pdf:1:1: This is a PDF file, not a diagram of Axisloom."],
    [["check", "wide.ncd"], "`wide.ncd` cannot be read: it is no UTF-8 text."],
    [["check", "cut.svg"], "cut.svg:1:16: This SVG file is cut off."],
    [
      ["check", "other.svg"],
      "other.svg:1:1: This SVG file holds no source text; Axisloom did not export it.",
    ],
    [
      ["format", "page.html"],
      "page.html:1:1: This is a file of markup (`<html>`), not a diagram of Axisloom.",
    ],
    [
      ["export", "other.json", "--to", "svg", "--out", "good.ncd"],
      "other.json:1:1: This is JSON, but its `format` is not `axisloom`.",
    ],
    [
      ["open", "newer.json"],
      "newer.json:1:1: This JSON file is version 2; version 1 is known here.",
    ],
    [["check", ""], "The name of a file is empty."],
    [["check", "folder"], "`folder` cannot be read: it is a folder."],
    [["check", "good.ncd/x"], "`good.ncd/x` cannot be read: a part of the path is not a folder."],
    [
      ["check", `${"a".repeat(300)}.ncd`],
      `\`${"a".repeat(300)}.ncd\` cannot be read: the name is too long.`,
    ],
    [
      ["export", "good.ncd", "--to", "svg", "--out", "folder"],
      "`folder` cannot be written: it is a folder.",
    ],
    [
      ["export", "good.ncd", "--to", "svg", "--out", "nowhere/x.svg"],
      "`nowhere/x.svg` cannot be written: there is no such file or folder.",
    ],
    [
      ["export", "good.ncd", "--to", "svg", "--out", "good.ncd"],
      "`good.ncd` is the file that is exported; it stays as it is.",
    ],
    [
      ["export", "good.ncd", "--to", "svg", "--out-dir", "bad.ncd"],
      "`bad.ncd` cannot be made a folder: a file of that name is there.",
    ],
    [["check", "good.ncd", "--set", "d=1e5"], "`--set d=1e5` needs whole numbers of at least 1."],
    [["check", "good.ncd", "--set", "d=-1"], "`--set d=-1` needs whole numbers of at least 1."],
    [["check", "good.ncd", "--set", "d=,"], "`--set d=,` needs whole numbers of at least 1."],
    [
      ["check", "good.ncd", "--set", `d=${"9".repeat(40)}`],
      `\`--set d=${"9".repeat(40)}\` is too long; a size has at most 30 digits.`,
    ],
    [
      ["check", "good.ncd", "--set", "__proto__=3"],
      "`--set __proto__=3` does not have the form `--set NAME=SIZE`.",
    ],
    [
      ["export", "good.ncd", "--to", "__proto__"],
      /^There is no `--to` called `__proto__`\. There are `svg`, /,
    ],
    [["list", "constructor"], /^There is no list of `constructor`\. There are `presets`, /],
    [["check", "preset:constructor"], /^There is no preset `constructor`\. There are /],
    [["check", "good.ncd", "--hasOwnProperty"], /^There is no option of `check` called /],
  ])("axisloom %j", async (words, says) => {
    const { code, out, remarks } = await runIn(folder, words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    const [remark = "", ...more] = remarks.map((line) => line.replace(/^axisloom: /, ""));
    if (typeof says === "string") expect(remark).toBe(says);
    else expect(remark).toMatch(says);
    expect(more).toEqual([]);
    expect(contents()).toEqual(before);
  });
});

describe("a diagram with errors", () => {
  test("is still exported, with exit code 1", async () => {
    for (const format of ["svg", "pseudocode", "json"]) {
      const { code, out, remarks } = await runIn(folder, ["export", "bad.ncd", "--to", format]);
      expect(code).toBe(1);
      expect(out).toContain("relu");
      expect(remarks[0]).toMatch(/^bad\.ncd:4:\d+: error T01: /);
    }
  });

  test("is not formatted", async () => {
    expect((await runIn(folder, ["format", "bad.ncd"])).code).toBe(1);
    expect(contents()).toEqual(before);
  });
});

test("nothing on standard input is an empty diagram", async () => {
  expect(await runIn(folder, ["check", "-"])).toMatchObject({ code: 0, out: "-: no errors\n" });
});

test("an image on standard input is refused", async () => {
  const image = new TextDecoder().decode(readFileSync(join(folder, "image.png")));
  const { code, remarks } = await runIn(folder, ["check", "-"], image);
  expect(code).toBe(2);
  expect(remarks.join()).toContain("This is a PNG image");
});

test("a name cannot reorder or recolour the terminal's line", async () => {
  const { remarks } = await runIn(folder, ["check", "-"], 'A = "\u202e\u001b[31m"\nB = \u202ex\n');
  for (const mark of ["\u202e", "\u001b"]) expect(remarks.join("\n")).not.toContain(mark);
});

test("what does not fit into the picture is said", async () => {
  const blocks = Array.from({ length: 20 }, (_, i) => {
    const inner = i === 0 ? "relu" : `F${i - 1}`;
    return `block F${i}(X[t]) -> Y[t]:\n  A[t] = ${inner}(X)\n  Y[t] = ${inner}(A)\n`;
  });
  const words = ["export", "-", "--to", "svg", "--main", "F19", "--open", "all"];
  const { code, remarks } = await runIn(folder, words, blocks.join(""));
  expect(code).toBe(0);
  expect(remarks).toEqual([
    expect.stringMatching(/^-: The picture has room for \d+ levels of open blocks; /),
  ]);
});
