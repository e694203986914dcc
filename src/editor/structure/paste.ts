import type { Document, NodeId, Statement } from "../../document/document.ts";
import { parse } from "../../language/parse.ts";
import { listed } from "../../ops/shared/phrase.ts";
import type { Edit, EditContext } from "../edit.ts";
import {
  bodyAt,
  definitionOf,
  findDefinition,
  splitPath,
  withBody,
} from "../edits/document-tree.ts";
import { identified } from "../edits/expression-tree.ts";
import { finish, refuse } from "../edits/finish.ts";
import { idsIn } from "./carried-layout.ts";
import { chooseLines } from "./copy.ts";
import type { Fragment, Spot } from "./fragment.ts";
import { withFreeAxes } from "./fragment-axes.ts";
import { adoptFile, type Files, hasBlock, mergeFile } from "./fragment-file.ts";
import { fragmentLayout } from "./fragment-layout.ts";
import { connectFragment } from "./fragment-names.ts";
import { linesOf, linesTitle } from "./gather.ts";
import { setApart, splitBlanks } from "./lead.ts";
import { pastedLayout } from "./pasted-layout.ts";

/** Text to paste into a definition: a block, or the top of the file with `""`. */
export interface PasteRequest {
  readonly text: string;
  readonly into: string;
  /** The line after which it goes, else the end of the body. */
  readonly after?: NodeId;
}

/**
 * Puts lines of text into a body. Names that are taken there get a prime or a number; arrays that the
 * text reads and does not define are those of that name, and `?` where there is none.
 */
export function paste(context: EditContext, { text, into, after }: PasteRequest): Edit {
  const { document, diagnostics } = parse(withoutIndent(text));
  const mistake = diagnostics.find(({ severity }) => severity === "error");
  if (mistake !== undefined) return refuse(mistake.title);
  if (document.statements.length === 0 && document.header.length === 0) {
    return refuse("There is no line of the language to paste.");
  }
  if (isEmpty(context.document) && into === "") return adoptFile(context, document);
  const spot = spotFor(context.document, { into, after });
  if (spot === undefined) return refuse(`There is no block \`${into}\` to paste into.`);
  const free = withFreeAxes(document, context.document, (block) =>
    hasBlock(context.document, block),
  );
  return putFragment(context, { document: free, connects: true }, { spot, verb: "Pasted" });
}

/** Puts copies of lines behind the last of them, under new names and reading the same arrays. */
export function duplicate(context: EditContext, nodes: readonly NodeId[]): Edit {
  const chosen = chooseLines(context.document, nodes);
  if (!chosen.ok) return refuse(chosen.says);
  const last = chosen.lines.at(-1);
  if (last === undefined) throw new RangeError("Lines were chosen, but there are none.");
  const { body, index } = splitPath(last.path);
  const statements = chosen.lines.map(({ statement }) => splitBlanks(statement).statement);
  const layout = fragmentLayout(context.document, {
    definition: definitionOf(context.document, body).name,
    lines: statements,
    blocks: [],
    read: [],
  });
  const fragment = { header: [], statements, layout, trailing: [] };
  const target = { spot: { body, index: index + 1 }, verb: "Duplicated" as const };
  return putFragment(context, { document: fragment, connects: false }, target);
}

function isEmpty({ header, statements, layout, trailing }: Document): boolean {
  return [header, statements, layout, trailing].every(({ length }) => length === 0);
}

function spotFor(
  document: Document,
  { into, after }: { readonly into: string; readonly after: NodeId | undefined },
): Spot | undefined {
  const place = findDefinition(document, into);
  if (place === undefined) return undefined;
  const [line] = after === undefined ? [] : linesOf(document, [after]);
  if (line !== undefined && definitionOf(document, line.path).name === into) {
    const { body, index } = splitPath(line.path);
    if (body.length >= place.body.length) return { body, index: index + 1 };
  }
  return { body: place.body, index: bodyAt(document, place.body).length };
}

function putFragment(
  context: EditContext,
  fragment: Fragment,
  { spot, verb }: { readonly spot: Spot; readonly verb: "Pasted" | "Duplicated" },
): Edit {
  const own = { ...fragment, document: withOwnIds(fragment.document) };
  const files = mergeFile(context, own);
  const { lines, connected, arrays } = connectFragment(context, files, { fragment: own, spot });
  const placed = withBody(context.document, spot.body, (body) =>
    body.toSpliced(spot.index, 0, ...lines),
  );
  const into = definitionOf(context.document, spot.body).name;
  const layout = pastedLayout(context.document.layout, own.document.layout, {
    into,
    files,
    arrays,
    placed: idsIn([...lines, ...files.blocks]),
    connected,
  });
  const statements = withFileLines(placed.statements, files);
  const select = [...lines, ...files.blocks].map(({ id }) => id);
  const what = linesTitle([...lines, ...files.blocks, ...files.sizes]);
  const isTold = verb === "Pasted" && connected.length > 0;
  const to = isTold ? `, connected to ${listed(connected)}` : "";
  return finish(context, {
    document: { ...placed, statements, layout },
    label: `${verb} ${what}${to}`,
    select,
  });
}

/** Sizes stand with the sizes of the file, blocks before the first block that could call them. */
function withFileLines(
  statements: readonly Statement[],
  { sizes, blocks }: Files,
): readonly Statement[] {
  const lastSize = statements.findLastIndex(({ kind }) => kind === "size" || kind === "require");
  const sized = statements.toSpliced(lastSize + 1, 0, ...sizes);
  if (blocks.length === 0) return sized;
  const found = sized.findIndex(({ kind }) => !["size", "require"].includes(kind));
  const at = found < 0 ? sized.length : found;
  const apart = blocks.map((block, index) => (index > 0 || at > 0 ? setApart(block) : block));
  const rest = sized.slice(at).map((line, index) => (index === 0 ? setApart(line) : line));
  return [...sized.slice(0, at), ...apart, ...rest];
}

/** Ids that no node of the document has, until the lines are read again in their place. */
function withOwnIds(document: Document): Document {
  const own = (line: Statement): Statement => {
    const renamed = identified({ ...line, id: `+${line.id}` });
    if (!("body" in renamed) || renamed.kind === "error") return renamed;
    return { ...renamed, body: renamed.body.map(own) };
  };
  return { ...document, statements: document.statements.map(own) };
}

/** Lines that were indented together, as inside a block, are read as if they were not. */
function withoutIndent(text: string): string {
  const lines = text.replace(/\t/g, "  ").split(/\r\n|\r|\n/);
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
  const common = Math.min(...indents);
  if (!Number.isFinite(common) || common === 0) return text;
  return lines.map((line) => line.slice(common)).join("\n");
}
