import { PRESETS } from "../../presets/index.ts";
import { parse } from "../../src/language/parse.ts";
import { renderSvg } from "../../src/render/svg.ts";
import { drawDiagram, drawDiagramWithElk } from "../../src/scene/build.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { blockDiagram, flatDiagram } from "./large.ts";
import { measurePan } from "./pan.ts";
import { medianOf, timed } from "./time.ts";
import { benchConvolvedSize, benchGrowth, benchReferences } from "./typing.ts";

/** A fixed piece of work; all times are also given as multiples of it, which other machines share. */
function yardstick(): readonly number[] {
  const numbers = Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 200_003);
  return numbers.toSorted((a, b) => a - b);
}

const unit = await medianOf(9, () => undefined, yardstick);

function cell(milliseconds: number): string {
  return `${milliseconds.toFixed(1)} ms${`(${(milliseconds / unit).toFixed(2)})`.padStart(9)}`;
}

function row(name: string, cells: readonly string[]): void {
  console.log([name.padEnd(36), ...cells.map((text) => text.padStart(22))].join(""));
}

async function benchPresets(): Promise<void> {
  row("preset, for the first time", ["parse", "type", "layout", "layout with ELK", "draw"]);
  for (const { name, load } of PRESETS) {
    const text = await load();
    const parsed = await timed(() => parse(text));
    const { document } = parsed.result;
    const typed = await timed(() => inferDiagram(document));
    const quick = await timed(() => drawDiagram(typed.result, document));
    const scene = await timed(() => drawDiagramWithElk(typed.result, document));
    const drawn = await timed(() =>
      renderSvg(scene.result, { theme: "light", title: name, source: text }),
    );
    row(
      name,
      [parsed, typed, quick, scene, drawn].map(({ milliseconds }) => cell(milliseconds)),
    );
  }
}

/** The presets and the good diagrams of the tests. */
async function referenceTexts(): Promise<readonly string[]> {
  const more = import.meta.glob<string>("../typing/good/*.ncd", {
    query: "?raw",
    import: "default",
    eager: true,
  });
  const presets = await Promise.all(PRESETS.map(({ load }) => load()));
  return [...presets, ...Object.values(more)];
}

/** Types a diagram again after another operation of it has been changed. */
async function benchRetype(name: string, text: string): Promise<void> {
  const lines = text.split("\n");
  const places = lines.flatMap((line, at) => (line.includes("relu(") ? [at] : []));
  let previous = parse(text).document;
  inferDiagram(previous);
  const milliseconds = await medianOf(
    15,
    (run) => {
      const at = places[(run * 7) % places.length] ?? 0;
      const edited = lines.with(at, (lines[at] ?? "").replace("relu(", "tanh("));
      previous = parse(edited.join("\n"), previous).document;
      return previous;
    },
    (document) => inferDiagram(document),
  );
  row(name, [cell(milliseconds), `${(milliseconds / 16).toFixed(2)} of 16 ms`]);
}

console.log(`In parentheses: multiples of sorting 200,000 numbers (${unit.toFixed(1)} ms).\n`);
await benchPresets();
console.log("");
await benchRetype("retype, 500 operations, flat", flatDiagram(500));
await benchRetype("retype, 500 operations in blocks", blockDiagram(500));
for (const { name, milliseconds, budget } of [
  await benchReferences(await referenceTexts()),
  await benchConvolvedSize(),
]) {
  row(name, [cell(milliseconds), `${(milliseconds / budget).toFixed(2)} of ${budget} ms`]);
}
for (const form of ["flat", "in blocks"] as const) {
  const growth = await benchGrowth(form);
  const times = growth.map((factor) => `${factor.toFixed(1)} times`);
  row(`type 100, 1,000, 10,000, ${form}`, times);
}
console.log("");
for (const line of await measurePan(flatDiagram(1000))) console.log(line);
