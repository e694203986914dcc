import { commentStart, LINE_LIMIT } from "./source-lines.ts";
import { HEADER_WORDS, LITERAL_WORDS, OPERATOR_WORDS, STATEMENT_WORDS } from "./words.ts";

export type TokenKind = "keyword" | "operation" | "axis" | "number" | "comment" | "string" | "name";

/** A coloured part of a line; positions count from 0, `to` is exclusive. */
export interface Token {
  readonly from: number;
  readonly to: number;
  readonly kind: TokenKind;
}

const STARTERS: ReadonlySet<string> = new Set([
  ...HEADER_WORDS,
  ...STATEMENT_WORDS,
  "layout",
  "open",
  "label",
  "detail",
  "plate",
  "callout",
  "title",
  "picture",
  "halo",
  "below",
  "legend",
  "equation",
  "columns",
  "cups",
  "figure",
  "theme",
  "wrap",
]);

/** Words that mean something on the lines of one statement only. */
const WORDS_BY_STATEMENT: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["require", new Set(["divides"])],
  ["weight", new Set(["frozen"])],
  ["layer", new Set(["frozen"])],
  ["repeat", new Set(["as", "shared"])],
  ["scan", new Set(["reverse"])],
  ["each", new Set(["in"])],
  ["carry", new Set(["from", "to"])],
  ["collect", new Set(["from"])],
]);
const NO_WORDS: ReadonlySet<string> = new Set();
const ENTRIES: ReadonlySet<string> = new Set(["int", "bool", "real"]);
/** Statements whose bare names are sizes or axes. */
const SIZE_STATEMENTS: ReadonlySet<string> = new Set([
  "size",
  "require",
  "multi",
  "repeat",
  "scan",
]);

const TOKEN =
  /[A-Za-z][A-Za-z0-9_]*'*|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|"(?:[^"\\]|\\.)*"?|->|[\s\S]/g;

interface Piece {
  readonly from: number;
  readonly text: string;
}

/** Says what the words of one line are, for colouring; it never fails, whatever the line holds. */
export function classify(line: string): readonly Token[] {
  if (line.length > LINE_LIMIT) return [];
  const comment = commentStart(line) ?? line.length;
  const pieces = [...line.slice(0, comment).matchAll(TOKEN)]
    .map(({ 0: text, index }): Piece => ({ from: index, text }))
    .filter(({ text }) => text.trim() !== "");
  const tokens = classifyPieces(pieces);
  if (comment === line.length) return tokens;
  return [...tokens, { from: comment, to: line.length, kind: "comment" }];
}

function classifyPieces(pieces: readonly Piece[]): readonly Token[] {
  const starter = starterOf(pieces);
  const called = calledPieces(pieces, starter === "layer");
  const tokens: Token[] = [];
  const open: string[] = [];
  let before = "";
  for (const [index, piece] of pieces.entries()) {
    const inside = open.at(-1) === "[";
    const place = { starter, inside, before, index, isCalled: called.has(index) };
    const kind = kindOf(piece.text, place);
    if (kind !== undefined) {
      tokens.push({ from: piece.from, to: piece.from + piece.text.length, kind });
    }
    if (piece.text === "[" || piece.text === "(") open.push(piece.text);
    else if (piece.text === "]" || piece.text === ")") open.pop();
    before = piece.text;
  }
  return tokens;
}

/** The word that starts the statement; a name that is defined on the line is none. */
function starterOf([first, second]: readonly Piece[]): string {
  if (first === undefined || !STARTERS.has(first.text)) return "";
  return second !== undefined && "=[,".includes(second.text) ? "" : first.text;
}

/** Which pieces name a call: those before `(…)` or `[…](`, and a layer's right side. */
function calledPieces(pieces: readonly Piece[], isLayer: boolean): ReadonlySet<number> {
  const called = new Set<number>();
  const open: number[] = [];
  for (const [index, { text }] of pieces.entries()) {
    if (text === "(") called.add(index - 1);
    if (isLayer && text === "=" && open.length === 0) called.add(index + 1);
    if (text === "[" || text === "(") open.push(index);
    if (text !== "]" && text !== ")") continue;
    const opening = open.pop();
    if (text === "]" && opening !== undefined && pieces[index + 1]?.text === "(") {
      called.add(opening - 1);
    }
  }
  return called;
}

interface TokenPlace {
  readonly starter: string;
  /** Directly inside square brackets. */
  readonly inside: boolean;
  readonly before: string;
  readonly index: number;
  readonly isCalled: boolean;
}

function kindOf(text: string, place: TokenPlace): TokenKind | undefined {
  if (/^[0-9]/.test(text) || LITERAL_WORDS.has(text)) return "number";
  if (text.startsWith('"')) return "string";
  if (text === "?") return "keyword";
  if (!/^[A-Za-z]/.test(text)) return undefined;
  if (isKeyword(text, place)) return "keyword";
  if (place.isCalled) return "operation";
  const isSize = place.inside || place.before === "of" || SIZE_STATEMENTS.has(place.starter);
  return isSize ? "axis" : "name";
}

function isKeyword(text: string, place: TokenPlace): boolean {
  if (place.index === 0 && place.starter === text) return true;
  if (place.inside) return place.before === ";";
  if (OPERATOR_WORDS.has(text)) return true;
  if (place.before === "of") return ENTRIES.has(text);
  if (text === "load") return place.before === "=";
  return (WORDS_BY_STATEMENT.get(place.starter) ?? NO_WORDS).has(text) && place.index > 1;
}
