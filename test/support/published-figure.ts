/** A figure as it was read from the published picture: a file of `test/data/figures`. */
export interface PublishedFigure {
  readonly figure: string;
  /** Names of the published pictures. */
  readonly pictures: readonly string[];
  readonly preset: string;
  /** The title, and the signs between diagrams with their words, row by row. */
  readonly relations: readonly string[];
  /** What published labels are in ours, where they are written otherwise. */
  readonly names?: Readonly<Record<string, string>>;
  readonly namesReason?: string;
  readonly diagrams: readonly PublishedDiagram[];
  /** What stays different on purpose; without `published`, something that is not read. */
  readonly differences: readonly Difference[];
}

/** One diagram: arrays as labels of their axes top to bottom, and glyphs left to right. */
export interface PublishedDiagram {
  readonly block: string;
  /** Drawn as a picture of its own, since its call stands closed. */
  readonly alone?: boolean;
  readonly names?: Readonly<Record<string, string>>;
  readonly takes: readonly string[];
  readonly steps: readonly string[];
  readonly gives: readonly string[];
}

interface Difference {
  readonly reason: string;
  readonly diagram?: string;
  readonly part?: Part;
  readonly published?: readonly string[];
  readonly ours?: readonly string[];
}

/** What is compared of a diagram; differences are of the steps unless they say otherwise. */
export type Part = "takes" | "steps" | "gives";

/** What our picture has to show of a published diagram, its listed differences put in. */
export function publishedAsOurs(
  { differences, names: common = {} }: PublishedFigure,
  diagram: PublishedDiagram,
  part: Part,
): readonly string[] {
  const names = { ...common, ...diagram.names };
  let rest = [...diagram[part]];
  const done: string[] = [];
  const mine = differences.filter(
    (each) => each.diagram === diagram.block && (each.part ?? "steps") === part,
  );
  for (const { published = [], ours = [], reason } of mine) {
    const at = rest.findIndex((_, i) => published.every((item, k) => rest[i + k] === item));
    if (at < 0 || published.length === 0) {
      throw new RangeError(`This difference is none of ${diagram.block} any more: ${reason}`);
    }
    done.push(...rest.slice(0, at).map((item) => renamed(item, names)), ...ours);
    rest = rest.slice(at + published.length);
  }
  return [...done, ...rest.map((item) => renamed(item, names))];
}

function renamed(item: string, names: Readonly<Record<string, string>>): string {
  const colon = item.indexOf(": ");
  const head = colon < 0 ? "" : item.slice(0, colon + 2);
  if (colon < 0 && /^[a-z]{3}/.test(item)) return item;
  const words = item.slice(head.length).split(" ");
  return head + words.map((word) => names[word] ?? word).join(" ");
}
