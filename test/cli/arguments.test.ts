import { expect, test } from "vitest";
import { optionChoice, optionValue, readArguments } from "../../src/cli/arguments.ts";
import { Refusal, unknownName } from "../../src/cli/refusal.ts";

const KNOWN = {
  "--to": { takes: "FORMAT", meaning: "the format" },
  "--set": { takes: "NAME=SIZE", repeated: true, meaning: "a size" },
  "--json": { meaning: "as JSON" },
};

function read(...words: string[]) {
  return readArguments("export", words, KNOWN);
}

test("operands and options may stand in any order, with a space or an equals sign", () => {
  const given = read("a.ncd", "--to", "svg", "-", "--set=c=1,2", "--json", "--set", "d=3");
  expect(given.operands).toEqual(["a.ncd", "-"]);
  expect(Object.fromEntries(given.options)).toEqual({
    "--to": ["svg"],
    "--set": ["c=1,2", "d=3"],
    "--json": [],
  });
  expect(optionValue(given, "--to")).toBe("svg");
});

test("after two dashes every word is an operand", () => {
  expect(read("--", "--to", "-x").operands).toEqual(["--to", "-x"]);
});

test.each([
  [["--tp", "svg"], "There is no option of `export` called `--tp`. Did you mean `--to`?"],
  [["-x"], "There is no option of `export` called `-x`. There are `--to`, `--set`, `--json`."],
  [
    ["--__proto__"],
    "There is no option of `export` called `--__proto__`. There are `--to`, `--set`, `--json`.",
  ],
  [["--to"], "`--to` needs a value: `--to FORMAT`."],
  [["--to", "--json"], "`--to` needs a value: `--to FORMAT`."],
  [["--json=1"], "`--json` takes no value."],
  [["--to", "svg", "--to", "png"], "`--to` stands twice; one is enough."],
])("%j is refused in one sentence", (words, message) => {
  expect(() => read(...words)).toThrow(new Refusal(message));
});

test("a choice is one of its words", () => {
  const choices = ["light", "dark"] as const;
  expect(optionChoice(read(), "--to", choices)).toBeUndefined();
  expect(optionChoice(read("--to", "dark"), "--to", choices)).toBe("dark");
  expect(() => optionChoice(read("--to", "drak"), "--to", choices)).toThrow(
    new Refusal("There is no `--to` called `drak`. Did you mean `dark`?"),
  );
});

test("a wrong name is answered with the nearest one, or with all", () => {
  const names = ["transformer", "lstm", "lssl"];
  expect(unknownName("preset", "tranformer", names).message).toBe(
    "There is no preset `tranformer`. Did you mean `transformer`?",
  );
  expect(unknownName("preset", "resnet", names).message).toBe(
    "There is no preset `resnet`. There are `transformer`, `lstm`, `lssl`.",
  );
});

test("an option is refused where there are none", () => {
  expect(() => readArguments("open", ["--port=1"], {})).toThrow(
    new Refusal("There is no option of `open` called `--port`; there are none."),
  );
});
