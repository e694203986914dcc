import { PRESETS } from "../../presets/index.ts";
import { parse } from "../language/parse.ts";
import { OPS } from "../ops/index.ts";
import type { Command } from "./command.ts";
import { FORMATS } from "./formats.ts";
import { Refusal, unknownName } from "./refusal.ts";
import { blockNames } from "./view.ts";

interface Listed {
  readonly name: string;
  readonly title: string;
  readonly available?: boolean;
}

const LISTS: Readonly<Record<string, () => Promise<readonly Listed[]>>> = {
  presets: () =>
    Promise.all(
      PRESETS.map(async ({ name, title, source, load }) => {
        const blocks = blockNames(parse(await load()).document);
        return { name, title, source, blocks };
      }),
    ),
  ops: async () =>
    OPS.map(({ name, title, summary, family }) => ({ name, title, summary, family })),
  formats: async () => FORMATS,
};

/** `axisloom list`: the names that other commands take. */
export const list: Command = {
  name: "list",
  operands: "presets|ops|formats",
  summary: "Lists the presets, the operations or the export formats.",
  options: { "--json": { meaning: "a JSON array" } },
  async run(given, terminal) {
    const [what, ...more] = given.operands;
    const names = Object.keys(LISTS);
    if (what === undefined || more.length > 0) {
      throw new Refusal(`\`list\` takes one of ${names.map((name) => `\`${name}\``).join(", ")}.`);
    }
    const load = Object.hasOwn(LISTS, what) ? LISTS[what] : undefined;
    if (load === undefined) throw unknownName("list of", what, names);
    const listed = await load();
    const width = Math.max(...listed.map(({ name }) => name.length));
    terminal.print(
      given.options.has("--json")
        ? `${JSON.stringify(listed, null, 2)}\n`
        : listed
            .filter(({ available }) => available !== false)
            .map(({ name, title }) => `${name.padEnd(width)}  ${title}\n`)
            .join(""),
    );
    return 0;
  },
};
