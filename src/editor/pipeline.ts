import type { Diagnostic, SourceMap } from "../document/diagnostic.ts";
import type { Document } from "../document/document.ts";
import { parse } from "../language/parse.ts";
import { drawDiagram, drawDiagramWithElk } from "../scene/build.ts";
import type { Scene } from "../scene/scene.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { inferDiagram } from "../typing/infer.ts";
import { showing } from "./header.ts";
import type { Reading } from "./reading.ts";

/** What a text says, without its types. */
export interface ReadText {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: SourceMap;
}

/** Reads a text alone. */
export function readText(text: string): ReadText {
  const { document, diagnostics, source } = parse(text);
  return { document, diagnostics, sources: source };
}

const typings = new WeakMap<Document, TypedDiagram>();
const scenes = new WeakMap<TypedDiagram, Scene>();
const finals = new WeakMap<TypedDiagram, Promise<Scene>>();

/**
 * Everything that is derived from a text, with `block` as the picture where one was entered. Each
 * stage is remembered by the identity of what it was made from.
 */
export function derive(text: string, block: string | undefined): Reading {
  const { document, diagnostics, sources } = readText(text);
  const shown = showing(document, block);
  const typed = remembered(typings, shown, () => inferDiagram(shown));
  const scene = remembered(scenes, typed, () => drawDiagram(typed, shown));
  return {
    text,
    document,
    sources,
    diagnostics: [...diagnostics, ...typed.diagnostics],
    typed,
    scene,
  };
}

/** The picture in its final order, the one that exports show. */
export function finalScene({ typed, document }: Reading): Promise<Scene> {
  return remembered(finals, typed, () => drawDiagramWithElk(typed, document));
}

/** The final picture, when it is another than the one drawn at once. */
export async function refine(reading: Reading): Promise<Scene | undefined> {
  const scene = await finalScene(reading);
  return samePlaces(scene, reading.scene) ? undefined : scene;
}

function samePlaces(a: Scene, b: Scene): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, at) => {
      const other = b.nodes[at];
      return (
        other?.id === node.id &&
        other.bounds.x === node.bounds.x &&
        other.bounds.y === node.bounds.y
      );
    })
  );
}

function remembered<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}
