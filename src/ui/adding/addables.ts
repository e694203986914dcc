import { PRESETS, type Preset } from "../../../presets/index.ts";
import type { OwnBlock } from "../../browser/storage.ts";
import type { Document } from "../../document/document.ts";
import type { Callee } from "../../editor/edits/insert-operation.ts";
import type { PortInsertion } from "../../editor/edits/insert-port.ts";
import { FAMILY_TITLES } from "../../editor/family-titles.ts";
import { OPS, STATEMENTS } from "../../ops/index.ts";
import type { Op, StatementFace } from "../../ops/op.ts";
import { blockTitle } from "../../scene/title.ts";
import { useOwnBlocks } from "../structure/own-blocks.ts";

/** Something that can be placed on the canvas. */
export interface Addable {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  /** One sentence, or what a search finds it by besides its title. */
  readonly summary: string;
  /** The word or sign in the text, and other words for the same. */
  readonly words: readonly string[];
  readonly what:
    | Callee
    | { readonly kind: "port"; readonly port: PortInsertion["kind"] }
    /** A text with a block that comes into the document and is called there. */
    | { readonly kind: "preset"; readonly preset: Pick<Preset, "load"> };
  /** What draws its icon; a block is drawn by the number of its arrays. */
  readonly face:
    | { readonly kind: "operation"; readonly op: Op }
    | { readonly kind: "statement"; readonly statement: StatementFace }
    | { readonly kind: "block"; readonly inputs: number; readonly outputs: number };
}

/** Families by how likely one is what an array goes into next. */
const LIKELY: readonly string[] = [
  FAMILY_TITLES.along,
  FAMILY_TITLES.products,
  FAMILY_TITLES.learned,
  FAMILY_TITLES.axes,
  FAMILY_TITLES.functions,
];

/** Whether an array can go into it: what makes one out of nothing is no place for a wire to go. */
export function takesArrays({ what, face }: Addable): boolean {
  if (what.kind === "port") return what.port === "output";
  if (face.kind === "block") return face.inputs > 0;
  if (face.kind !== "operation") return false;
  return face.op.operands.length > 0 && face.op.family !== "arrays";
}

/** The same things in the order in which they are offered to an array. */
export function likelyFirst(addables: readonly Addable[]): readonly Addable[] {
  const rank = ({ group }: Addable): number => {
    const at = LIKELY.indexOf(group);
    return at < 0 ? LIKELY.length : at;
  };
  return [...addables].sort((a, b) => rank(a) - rank(b));
}

const THIS_DIAGRAM = "Blocks of this diagram";
const OWN = "My blocks";
/** The heading of the architectures that the gallery has. */
export const GALLERY = "Blocks of the gallery";

/** The headings in the order in which groups are shown. */
export const GROUPS: readonly string[] = [
  ...Object.values(FAMILY_TITLES),
  THIS_DIAGRAM,
  OWN,
  GALLERY,
];

const BUILT_IN: readonly Addable[] = [
  ...STATEMENTS.map(
    (statement: StatementFace): Addable => ({
      id: `statement ${statement.name}`,
      title: statement.title,
      group: FAMILY_TITLES.arrays,
      summary: statement.summary,
      words: [statement.name, ...statement.synonyms],
      what: { kind: "port", port: statement.name as PortInsertion["kind"] },
      face: { kind: "statement", statement },
    }),
  ),
  ...inFamilies(OPS).map(
    (op): Addable => ({
      id: `operation ${op.name}`,
      title: op.title,
      group: FAMILY_TITLES[op.family],
      summary: op.summary,
      words: [op.name, ...(op.operator === undefined ? [] : [op.operator]), ...(op.synonyms ?? [])],
      what: { kind: "operation", name: op.name },
      face: { kind: "operation", op },
    }),
  ),
];

const FROM_GALLERY: readonly Addable[] = PRESETS.map((preset) => ({
  id: `preset ${preset.name}`,
  title: preset.title,
  group: GALLERY,
  summary: preset.look,
  words: [preset.name, preset.authors],
  what: { kind: "preset", preset },
  face: { kind: "block", inputs: 1, outputs: 1 },
}));

/** Operations family by family, so that of two that a search likes equally the nearer comes first. */
function inFamilies(ops: readonly Op[]): readonly Op[] {
  return Object.keys(FAMILY_TITLES).flatMap((family) => ops.filter((op) => op.family === family));
}

/** The name of the user's own block that something is, if it is one. */
export function ownName({ id, group }: Addable): string | undefined {
  return group === OWN ? id.slice(OWN_ID.length) : undefined;
}

const OWN_ID = "own ";

function ofOwn({ name, text, inputs, outputs }: OwnBlock): Addable {
  return {
    id: `${OWN_ID}${name}`,
    title: blockTitle(name),
    group: OWN,
    summary: "A block of your own.",
    words: [name],
    what: { kind: "preset", preset: { load: async () => text } },
    face: { kind: "block", inputs, outputs },
  };
}

/** Every operation, the blocks that the document has, the user's own and those of the gallery. */
export function addablesOf(
  document: Document,
  own: readonly OwnBlock[] = useOwnBlocks.getState().blocks,
): readonly Addable[] {
  const blocks = document.statements.flatMap((statement): readonly Addable[] => {
    if (statement.kind !== "block" && statement.kind !== "custom") return [];
    const { name, inputs, outputs } = statement;
    return [
      {
        id: `block ${name}`,
        title: blockTitle(name),
        group: THIS_DIAGRAM,
        summary: `Calls ${name}.`,
        words: [name],
        what: { kind: "call", name },
        face: { kind: "block", inputs: inputs.length, outputs: outputs.length },
      },
    ];
  });
  return [...BUILT_IN, ...blocks, ...own.map(ofOwn), ...FROM_GALLERY];
}
