import { readdirSync, readFileSync } from "node:fs";

const FOLDERS = ["../../presets/", "../golden/language/", "good/"];

/** Diagrams without a mistake: all presets, the worked examples of the language, and more. */
export function goodDiagrams(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const folder of FOLDERS) {
    const url = new URL(folder, import.meta.url);
    for (const file of readdirSync(url).filter((name) => name.endsWith(".ncd"))) {
      const name = file.replace(/\.ncd$/, "");
      texts.set(texts.has(name) ? `${name} again` : name, readFileSync(new URL(file, url), "utf8"));
    }
  }
  return texts;
}
