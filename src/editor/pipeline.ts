import { parse } from "../language/parse.ts";
import { drawDiagram, drawDiagramWithElk } from "../scene/build.ts";
import type { Scene } from "../scene/scene.ts";
import type { TypedDiagram } from "../typing/diagram.ts";
import { inferDiagram } from "../typing/infer.ts";
import { blameNewest } from "./blame.ts";
import { showing } from "./header.ts";
import { labelProblems } from "./label-problems.ts";
import type { Reading, ReadText } from "./reading.ts";
import { inScreenRows } from "./screen-rows.ts";

/** Reads a text alone; ids are the names as they stand in it, which the `layout:` section uses too. */
export function readText(text: string): ReadText {
  const { document, diagnostics, source } = parse(text);
  return { document, diagnostics, sources: source };
}

const finals = new WeakMap<TypedDiagram, Promise<Scene>>();

/**
 * Everything that is derived from a text, with `block` as the picture where one was entered.
 * `before` is what was read of a text: an equal one is not read again. `rows` is the width of a
 * screen that the picture is to fit. `last` is what was derived before an edit, which tells who made
 * the errors that came with it.
 */
export function derive(
  text: string,
  block?: string,
  before?: Pick<Reading, "text" | "read">,
  rows?: number,
  last?: Reading,
): Reading {
  const { document, diagnostics, sources } = before?.text === text ? before.read : readText(text);
  const shown = showing(document, block);
  const typed = inferDiagram(shown);
  const scene = drawDiagram(typed, inScreenRows(shown, rows));
  const all = [...diagnostics, ...typed.diagnostics, ...labelProblems(document)];
  return {
    text,
    read: { document, diagnostics, sources },
    document,
    sources,
    diagnostics: all,
    typed,
    blame: blameNewest({ text, document, sources, diagnostics: all, typed }, last),
    scene,
    ...(rows !== undefined && { rows }),
  };
}

/** The picture in its final order, the one that exports show; drawn once for each typed diagram. */
export function finalScene({ typed, document, scene, rows }: Reading): Promise<Scene> {
  if (!scene.isProvisional && rows === undefined) return Promise.resolve(scene);
  const known = finals.get(typed);
  if (known !== undefined) return known;
  const drawn = drawDiagramWithElk(typed, document);
  finals.set(typed, drawn);
  return drawn;
}

/** The final picture, when it is another than the one drawn at once. */
export async function refine(reading: Reading): Promise<Scene | undefined> {
  if (!reading.scene.isProvisional) return undefined;
  const { typed, document, rows } = reading;
  const scene = await (rows === undefined
    ? finalScene(reading)
    : drawDiagramWithElk(typed, inScreenRows(document, rows)));
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
