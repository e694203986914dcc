import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PRESETS } from "../../presets/index.ts";
import { folderWith, runIn } from "../support/terminal.ts";

const GOOD = `size d = 64
input Q[y d], K[x d]
A[y x] = softmax[x](dot[d](Q, K) / sqrt(d))
`;

const BAD = `size d = 64
input Q[y d], K[x d]
A[y x] = softmax[z](dot[d](Q, K))
B = relu(
`;

const folder = folderWith({ "good.ncd": GOOD, "bad.ncd": BAD });
const run = (...words: string[]) => runIn(folder, words);

describe("check", () => {
  test.each(PRESETS.map(({ name }) => name))("finds nothing wrong in preset:%s", async (name) => {
    const { code, out, remarks } = await run("check", `preset:${name}`);
    expect({ code, remarks }).toEqual({ code: 0, remarks: [] });
    expect(out).toBe(`preset:${name}: no errors\n`);
  });

  test("lists errors with their place, and says so in the exit code", async () => {
    const { code, out, remarks } = await run("check", "good.ncd", "bad.ncd");
    expect(code).toBe(1);
    expect(out).toBe("good.ncd: no errors\nbad.ncd: 2 errors\n");
    const heads = remarks.filter((line) => !line.startsWith(" "));
    expect(heads).toHaveLength(2);
    expect(heads[0]).toMatch(/^bad\.ncd:3:\d+: error S01: .*`z`/);
    expect(heads[1]).toMatch(/^bad\.ncd:4:\d+: error T01: /);
  });

  test("prints one JSON object, and nothing else", async () => {
    const { code, out, remarks } = await run("check", "bad.ncd", "--json");
    expect({ code, remarks }).toEqual({ code: 1, remarks: [] });
    const said = JSON.parse(out);
    expect(said.ok).toBe(false);
    expect(said.diagnostics[0]).toMatchObject({
      code: "S01",
      severity: "error",
      file: "bad.ncd",
      line: 3,
      node: "A",
      fixes: [
        { title: "`softmax` over `y` instead of `z`", confidence: "asks" },
        { title: "`softmax` over `x` instead of `z`", confidence: "asks" },
        { title: "Remove `softmax`", confidence: "asks" },
      ],
    });
    expect(Object.keys(said.diagnostics[0])).toEqual([
      "code",
      "severity",
      "title",
      "file",
      "line",
      "column",
      "node",
      "why",
      "fixes",
    ]);
    expect(JSON.parse((await run("check", "good.ncd", "--json")).out)).toEqual({
      ok: true,
      diagnostics: [],
    });
  });

  test("applies the safe fixes, says so, and leaves the rest to the author", async () => {
    const text = "input X[t m]\nA[t m] = relu[m](X)\nB[t m] = sofmax[m](A)\n";
    const own = folderWith({ "own.ncd": text });
    const { code, out, remarks } = await runIn(own, ["check", "own.ncd", "--fix"]);
    expect({ code, out }).toEqual({ code: 1, out: "own.ncd: 1 error\n" });
    expect(remarks).toEqual([
      "own.ncd:2:10: fixed N11: Write `relu` without brackets",
      "own.ncd:3:10: error N02: There is no operation, layer or block named `sofmax`.",
      "  The nearest name is `softmax`.",
      "  Fix (likely): Write `softmax` instead of `sofmax`",
      "  Fix (asks): Remove `sofmax`",
    ]);
    expect(readFileSync(join(own, "own.ncd"), "utf8")).toBe(text.replace("relu[m]", "relu"));
    const again = await runIn(own, ["check", "own.ncd", "--fix"]);
    expect(again.remarks).toEqual(remarks.slice(1));
  });

  test("reads standard input", async () => {
    const { code, out } = await runIn(folder, ["check", "-"], GOOD);
    expect({ code, out }).toEqual({ code: 0, out: "-: no errors\n" });
  });

  test("holds the sizes that are set", async () => {
    const text = "size d = 64, h = 8\nrequire h divides d\ninput Q[y d]\nA = relu(Q)\n";
    expect((await runIn(folder, ["check", "-", "--set", "h=16"], text)).code).toBe(0);
    expect((await runIn(folder, ["check", "-", "--set", "h=7"], text)).code).toBe(1);
    const unknown = await runIn(folder, ["check", "-", "--set", "hh=7"], text);
    expect(unknown.code).toBe(1);
    expect(unknown.remarks.join(" ")).toMatch(/`hh`.*`h`/);
  });
});

describe("usage", () => {
  test.each([
    [[], /^axisloom: /],
    [["chekc"], /`chekc`.*`check`/],
    [["cost", "good.ncd"], /`cost` comes in a later version/],
    [["check"], /needs a file/],
    [["check", "nowhere.ncd"], /`nowhere\.ncd`/],
    [["check", "."], /folder/],
    [["check", "preset:tranformer"], /`tranformer`.*`transformer`/],
    [["check", "good.ncd", "--jsno"], /`--jsno`.*`--json`/],
    [["check", "good.ncd", "--set", "d"], /NAME=SIZE/],
    [["check", "good.ncd", "--set", "d=0"], /`--set d=0`/],
    [["check", "good.ncd", "--set", "d=2", "--set", "d=3"], /twice/],
    [["check", "preset:lstm", "--fix"], /`preset:lstm` is no text file that `--fix` could write/],
    [["export", "good.ncd"], /`--to`/],
    [["export", "good.ncd", "--to", "sgv"], /`sgv`.*`svg`/],
    [["export", "good.ncd", "--to", "pdf"], /`pdf` comes in a later version.*`svg`.*`json`/],
    [["export", "good.ncd", "bad.ncd", "--to", "svg"], /`--out-dir`/],
    [["export", "good.ncd", "--to", "svg", "--main", "Nothing"], /`Nothing`/],
    [["export", "good.ncd", "--to", "svg", "--open", "Nothing"], /`Nothing`/],
    [["export", "good.ncd", "--to", "svg", "--theme", "drak"], /`drak`.*`dark`/],
    [["export", "good.ncd", "--to", "svg", "--watch"], /`--watch` needs/],
    [["export", "preset:lstm", "--to", "svg", "--out", "x.svg", "--watch"], /`preset:lstm`/],
    [["list"], /`presets`/],
    [["list", "preset"], /`preset`.*`presets`/],
    [["open", "good.ncd", "bad.ncd"], /one file/],
  ])("axisloom %j is refused in one sentence, with exit code 2", async (words, said) => {
    const { code, out, remarks } = await run(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(remarks.join("\n")).toMatch(said);
    if (words.length > 0) expect(remarks).toHaveLength(1);
    expect(remarks.join("\n")).not.toMatch(/\n\s+at /);
  });

  test("is explained on request", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    for (const name of ["check", "export", "format", "list", "open"]) {
      expect(out).toContain(`axisloom ${name}`);
      expect((await run(name, "--help")).code).toBe(0);
    }
  });
});

describe("export", () => {
  test("writes a figure that opens again as the same diagram", async () => {
    const { code, out } = await run("export", "good.ncd", "--to", "svg");
    expect(code).toBe(0);
    writeFileSync(join(folder, "figure.svg"), out);
    expect((await run("check", "figure.svg")).code).toBe(0);
    expect((await run("format", "figure.svg")).out).toBe(GOOD);
    expect((await run("export", "figure.svg", "--to", "svg")).out).toBe(out);
  });

  test("writes JSON whose text opens again", async () => {
    const { code, out } = await run("export", "good.ncd", "--to", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: "axisloom", version: 1, text: GOOD });
    writeFileSync(join(folder, "diagram.json"), out);
    expect((await run("format", "diagram.json")).out).toBe(GOOD);
  });

  test.each(PRESETS.map(({ name }) => name))(
    "writes pseudocode of preset:%s that checks clean and prints the same again",
    async (name) => {
      const { code, out } = await run("export", `preset:${name}`, "--to", "pseudocode");
      expect(code).toBe(0);
      expect(out).not.toContain("layout:");
      const checked = await runIn(folder, ["check", "-"], out);
      expect(checked).toEqual({ code: 0, out: "-: no errors\n", remarks: [] });
      expect((await runIn(folder, ["export", "-", "--to", "pseudocode"], out)).out).toBe(out);
    },
  );

  test("still draws a diagram with errors, and says so", async () => {
    const { code, out, remarks } = await run("export", "bad.ncd", "--to", "svg");
    expect(code).toBe(1);
    expect(out).toMatch(/^<svg /);
    expect(remarks.join("\n")).toContain("bad.ncd:3:");
  });

  test("writes one file each into a folder", async () => {
    const words = ["export", "good.ncd", "preset:lstm", "--to", "svg", "--out-dir", "figures"];
    expect((await run(...words)).code).toBe(0);
    expect(readdirSync(join(folder, "figures")).toSorted()).toEqual(["good.svg", "lstm.svg"]);
  });

  test("leaves a file as it was when it fails, also the file that is exported", async () => {
    writeFileSync(join(folder, "kept.svg"), "kept");
    const fails = [
      ["export", "nowhere.ncd", "--to", "svg", "--out", "kept.svg"],
      ["export", "good.ncd", "--to", "svg", "--out", "kept.svg", "--main", "Nothing"],
      ["export", "good.ncd", "--to", "png", "--out", "kept.svg"],
    ];
    for (const words of fails) expect((await run(...words)).code).toBe(2);
    expect(readFileSync(join(folder, "kept.svg"), "utf8")).toBe("kept");
    const over = await run("export", "good.ncd", "--to", "pseudocode", "--out", "good.ncd");
    expect(over.code).toBe(2);
    expect(readFileSync(join(folder, "good.ncd"), "utf8")).toBe(GOOD);
    const nowhere = await run("export", "good.ncd", "--to", "svg", "--out", "no/such/x.svg");
    expect(nowhere.code).toBe(2);
    expect(nowhere.remarks[0]).toContain("`no/such/x.svg` cannot be written");
  });

  test("writes again when a file has changed, until it is stopped", async () => {
    writeFileSync(join(folder, "watched.ncd"), GOOD);
    const words = [
      "export",
      "watched.ncd",
      "--to",
      "pseudocode",
      "--out",
      "watched.txt",
      "--watch",
    ];
    const written = () => readFileSync(join(folder, "watched.txt"), "utf8");
    const changed = (async () => {
      await expect.poll(() => existsSync(join(folder, "watched.txt"))).toBe(true);
      expect(written()).toBe(GOOD);
      // Changed until it is seen: watching may begin a moment after the first writing.
      await expect
        .poll(
          () => {
            writeFileSync(join(folder, "watched.ncd"), `${GOOD}B[y x] = relu(A)\n`);
            return written();
          },
          { timeout: 20_000, interval: 500 },
        )
        .toContain("relu(A)");
    })();
    const { code, remarks } = await runIn(folder, words, "", changed);
    expect(code).toBe(0);
    expect(remarks).toContain("watched.ncd: written again.");
  });

  test("shows the block that --main names, and the inside of those that --open names", async () => {
    const closed = await run("export", "preset:lstm", "--to", "svg", "--main", "LSTMCell");
    expect(closed.out).not.toBe((await run("export", "preset:lstm", "--to", "svg")).out);
    const words = ["export", "preset:transformer", "--to", "svg"];
    const open = await run(...words, "--open", "all");
    expect(open.code).toBe(0);
    expect(open.out.length).toBeGreaterThan((await run(...words)).out.length);
  });

  test("shows what --detail says, as the same line of the file would", async () => {
    const arrows = await run("export", "good.ncd", "--to", "svg", "--detail", "arrays");
    expect(arrows.code).toBe(0);
    expect(arrows.out).not.toBe((await run("export", "good.ncd", "--to", "svg")).out);
    expect((await run("export", "good.ncd", "--to", "svg", "--detail", "wires")).code).toBe(2);
  });
});

describe("format", () => {
  const loose = GOOD.replace("Q, K)", "Q,K)");

  test("prints the canonical text and leaves the file alone", async () => {
    writeFileSync(join(folder, "loose.ncd"), loose);
    expect(await run("format", "loose.ncd")).toEqual({ code: 0, out: GOOD, remarks: [] });
    expect(readFileSync(join(folder, "loose.ncd"), "utf8")).toBe(loose);
    expect((await runIn(folder, ["format", "-"], loose)).out).toBe(GOOD);
  });

  test("prints what it can of a text with a line that cannot be read", async () => {
    const { code, out, remarks } = await run("format", "bad.ncd");
    expect({ code, out }).toEqual({ code: 1, out: BAD });
    expect(remarks[0]).toMatch(/^bad\.ncd:4:/);
  });

  test("rewrites files on request, those that it can read whole", async () => {
    writeFileSync(join(folder, "loose.ncd"), loose);
    writeFileSync(join(folder, "half.ncd"), `${loose}B = relu(\n`);
    const { code, out } = await run("format", "--write", "loose.ncd", "half.ncd", "good.ncd");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(readFileSync(join(folder, "loose.ncd"), "utf8")).toBe(GOOD);
    expect(readFileSync(join(folder, "half.ncd"), "utf8")).toBe(`${loose}B = relu(\n`);
    expect((await run("format", "--write", "preset:lstm")).code).toBe(2);
  });
});

describe("list", () => {
  test("names the presets with their blocks", async () => {
    const listed = JSON.parse((await run("list", "presets", "--json")).out);
    expect(listed.map(({ name }: { name: string }) => name)).toEqual(
      PRESETS.map(({ name }) => name),
    );
    const lstm = listed.find(({ name }: { name: string }) => name === "lstm");
    expect(Object.keys(lstm)).toEqual(["name", "title", "source", "blocks"]);
    expect(lstm.blocks).toEqual(["LSTMCell", "LSTM"]);
    expect((await run("list", "presets")).out).toMatch(/^transformer +Transformer$/m);
  });

  test("names operations and formats", async () => {
    expect((await run("list", "ops")).out).toMatch(/^softmax +/m);
    const formats = JSON.parse((await run("list", "formats", "--json")).out);
    expect(formats).toContainEqual(expect.objectContaining({ name: "svg", available: true }));
    expect(formats).toContainEqual(expect.objectContaining({ name: "pdf", available: false }));
    const said = (await run("list", "formats")).out;
    expect(said.split("\n").map((line) => line.split(" ")[0])).toEqual([
      "svg",
      "pseudocode",
      "json",
      "",
    ]);
  });
});
