/**
 * One sheet for each published figure: our picture beside the published one.
 *
 *     npm run sheets -- FOLDER [OUT]
 *
 * FOLDER holds the published pictures as PNG, under the names that `test/data/figures` gives; the
 * sheets are written to OUT (`dist/sheets` unless given), with an `index.html` that shows them all.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FIGURES = join(ROOT, "test/data/figures");
const GAP = 24;
const TITLE = 30;
/** The published pictures have two pixels to a unit. */
const SCALE = 0.5;

const [folder, out = join(ROOT, "dist/sheets")] = process.argv.slice(2);
if (folder === undefined || !existsSync(folder)) {
  console.error(
    folder === undefined
      ? "Say where the published pictures are: npm run sheets -- FOLDER [OUT]"
      : `There is no folder ${folder}.`,
  );
  process.exit(2);
}
mkdirSync(out, { recursive: true });

const sheets = readdirSync(FIGURES).map((file) => {
  const figure = JSON.parse(readFileSync(join(FIGURES, file), "utf8"));
  const name = `${figure.preset}.svg`;
  writeFileSync(join(out, name), sheetOf(figure));
  return name;
});
const images = sheets.map((name) => `<p><img src="${name}" alt="${name}"></p>`).join("\n");
writeFileSync(join(out, "index.html"), `<!doctype html><title>Sheets</title>\n${images}\n`);
console.log(`${sheets.length} sheets in ${resolve(out)}`);

function sheetOf({ figure, preset, pictures, diagrams, differences }) {
  const blocks = diagrams.flatMap(({ block, alone }) => (alone === true ? [block] : []));
  const ours = [undefined, ...blocks].map((block) => drawn(preset, block));
  const theirs = pictures.map(published);
  const [left, right] = [ours, theirs].map((column) => stacked(column));
  const notes = [...new Set(differences.map(({ reason }) => reason))];
  const width = GAP + left.width + GAP + right.width + GAP;
  const bottom = TITLE + Math.max(left.height, right.height) + GAP;
  const height = bottom + notes.length * 16 + GAP;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="sans-serif">
<rect width="100%" height="100%" fill="white"/>
<text x="${GAP}" y="20" font-size="14">${escaped(figure)}: ours, and published</text>
${left.images(GAP)}
${right.images(GAP + left.width + GAP)}
<path d="M${GAP * 1.5 + left.width} ${TITLE}V${bottom - GAP}" stroke="#999"/>
${notes.map((note, i) => `<text x="${GAP}" y="${bottom + i * 16}" font-size="11">${escaped(note)}</text>`).join("\n")}
</svg>
`;
}

function drawn(preset, block) {
  const launcher = join(ROOT, "src/cli/launcher.mjs");
  const view = block === undefined ? [] : ["--main", block];
  const svg = execFileSync(
    process.execPath,
    [launcher, "export", `preset:${preset}`, "--to", "svg", ...view],
    { encoding: "utf8", maxBuffer: 1e8 },
  );
  const [, width = "0", height = "0"] = /viewBox="\S+ \S+ (\S+) (\S+)"/.exec(svg) ?? [];
  const data = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return { width: Number(width), height: Number(height), data };
}

function published(name) {
  const path = join(folder, name);
  if (!existsSync(path)) {
    console.error(`${name} is not in ${folder}; its place stays empty.`);
    return { width: 0, height: 0, data: "" };
  }
  const bytes = readFileSync(path);
  return {
    width: bytes.readUInt32BE(16) * SCALE,
    height: bytes.readUInt32BE(20) * SCALE,
    data: `data:image/png;base64,${bytes.toString("base64")}`,
  };
}

function stacked(column) {
  let y = TITLE;
  const placed = column.map((picture) => {
    const at = { ...picture, y };
    y += picture.height + GAP;
    return at;
  });
  return {
    width: Math.max(...column.map((picture) => picture.width)),
    height: y - TITLE,
    images: (x) =>
      placed
        .filter(({ data }) => data !== "")
        .map(
          (at) =>
            `<image x="${x}" y="${at.y}" width="${at.width}" height="${at.height}" href="${at.data}"/>`,
        )
        .join("\n"),
  };
}

function escaped(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
