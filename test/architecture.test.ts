import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

const ROOT = dirname(import.meta.dirname);

/** What each folder may import besides itself; whatever is not listed points the wrong way. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  shapes: [],
  "src/document": ["shapes"],
  "src/draw": ["shapes"],
  "src/code": ["shapes"],
  "src/language": ["shapes", "src/document"],
  "src/ops": ["shapes", "src/document", "src/draw", "src/code"],
  "src/typing": ["shapes", "src/document", "src/ops"],
  "src/layout": ["src/draw"],
  "src/scene": ["shapes", "src/document", "src/draw", "src/ops", "src/typing", "src/layout"],
  "src/render": ["src/document", "src/draw", "src/scene"],
  "src/emit": ["shapes", "src/document", "src/code", "src/language", "src/ops", "src/typing"],
  "src/editor": [
    ...["shapes", "src/document", "src/language", "src/draw", "src/ops", "src/typing"],
    ...["src/layout", "src/scene", "src/render", "src/emit"],
  ],
  "src/browser": [
    ...["shapes", "src/document", "src/language", "src/ops", "src/typing", "src/draw"],
    ...["src/layout", "src/scene", "src/editor"],
  ],
  presets: ["src/document"],
  "src/ui": [
    ...["shapes", "src/document", "src/language", "src/draw", "src/ops", "src/typing"],
    ...["src/layout", "src/scene", "src/render", "src/emit", "src/editor", "src/browser"],
    "presets",
  ],
  "src/cli": [
    ...["shapes", "src/document", "src/language", "src/draw", "src/ops", "src/typing"],
    ...["src/layout", "src/scene", "src/render", "src/emit", "src/editor", "presets"],
  ],
  // The first lines of the page, which start the interface.
  src: ["src/ui"],
};

/** Where alone a library may be used; the page's first lines start the interface. */
const HOMES: Readonly<Record<string, string>> = {
  react: "src/ui/",
  "react-dom": "src/ui/",
  "react-dom/client": "src/main.tsx",
  "react-aria-components": "src/ui/",
  "react-resizable-panels": "src/ui/",
  "lucide-react": "src/ui/",
  "@xyflow/react": "src/ui/",
  zustand: "src/",
  "@codemirror": "src/ui/",
  elkjs: "src/layout/",
  "@mathjax": "src/draw/typeset.ts",
};

const SOURCES = ["shapes", "src", "presets"].flatMap((folder) =>
  filesOf(folder, /\.(ts|tsx|mjs)$/),
);

function filesOf(folder: string, name: RegExp): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => name.test(file))
    .map((file) => `${folder}/${file}`);
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

function importsOf(file: string): readonly string[] {
  const found = read(file).matchAll(/(?:\bfrom|^import|\bimport\(|new URL\()\s*"([^"]+)"/gm);
  return [...found].map((match) => match[1] ?? "");
}

function folderOf(path: string): string {
  const [top = "", second = "", third] = path.split("/");
  return top === "src" && third !== undefined ? `${top}/${second}` : top;
}

function targetOf(file: string, specifier: string): string {
  return relative(ROOT, join(ROOT, dirname(file), specifier));
}

test("imports go one way, from later stages to earlier ones", () => {
  const wrong = SOURCES.flatMap((file) => {
    const from = folderOf(file);
    const targets = importsOf(file).filter((specifier) => specifier.startsWith("."));
    return targets
      .map((specifier) => targetOf(file, specifier))
      .filter((target) => folderOf(target) !== from && !ALLOWED[from]?.includes(folderOf(target)))
      .map((target) => `${file} imports ${target}: ${from} may not import ${folderOf(target)}`);
  });
  expect(wrong).toEqual([]);
});

test("libraries stay where they belong", () => {
  const wrong = SOURCES.flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const library = Object.keys(HOMES).findLast(
        (name) => specifier === name || specifier.startsWith(`${name}/`),
      );
      const home = library === undefined ? "" : (HOMES[library] ?? "");
      return file.startsWith(home)
        ? []
        : [`${file} imports ${specifier}, which belongs in ${home}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("nothing points outside of the project", () => {
  const outside = ["..", "shared"].join("/");
  const top = readdirSync(ROOT).filter((file) => /\.(md|json|ts)$/.test(file));
  const files = [...SOURCES, ...top, ...filesOf("test", /\.(ts|tsx|json|txt)$/)];
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => read(file).includes(outside))).toEqual([]);
});
