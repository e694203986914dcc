/** How deep parentheses, brackets and signs may nest in one line. */
export const NESTING_LIMIT = 100;

/** How many infix operators one line may hold; a chain of them is a deep tree too. */
const OPERATOR_LIMIT = 1000;

/** Thrown while reading a line, and caught by `reading`, which is the only way in for callers. */
class ReadFailure extends Error {
  readonly complaint: Complaint;

  constructor(complaint: Complaint) {
    super(complaint.says);
    this.complaint = complaint;
  }
}

/**
 * What is wrong in a line: one sentence, and the columns it is about. They count from 1, `endColumn`
 * is exclusive; at the end of the line there is nothing to mark and the two are equal.
 */
export interface Complaint {
  readonly says: string;
  /** Tokens of which one should stand at these columns, where the sentence names them. */
  readonly expected?: readonly string[];
  readonly column: number;
  readonly endColumn: number;
}

/** What `reading` gives back. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly complaint: Complaint };

const NAME = /[A-Za-z][A-Za-z0-9_]*'*/y;
const DIGITS = /[0-9]+/y;
const TOKEN = /[A-Za-z][A-Za-z0-9_]*'*|[0-9]+(?:\.[0-9]+)?|"[^"]*"?|->|\/\/|[<>=!]=|./suy;

/**
 * A reading position over one line. The `take…` methods move on and answer what they took, or answer
 * `undefined` (`false`) and stay; the `expect…` methods complain instead. None of them skips spaces
 * before it reads, since a space can end a size or a call; that is what `skipSpaces` is for.
 */
export class Cursor {
  readonly text: string;
  /** Where the next character is taken from; counts from 0. */
  position: number;
  private depth = 0;
  private operators = 0;

  constructor(text: string, position = 0) {
    this.text = text;
    this.position = position;
  }

  /** The column of the next character; columns count from 1. */
  get column(): number {
    return this.position + 1;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The next character, or `""` at the end. */
  get next(): string {
    return this.text.charAt(this.position);
  }

  /** Answers whether there was any space to skip. */
  skipSpaces(): boolean {
    const start = this.position;
    while (this.next === " " || this.next === "\t") this.position += 1;
    return this.position > start;
  }

  /** Whether the text goes on with exactly these characters; moves nowhere. */
  sees(characters: string): boolean {
    return this.text.startsWith(characters, this.position);
  }

  take(characters: string): boolean {
    if (!this.sees(characters)) return false;
    this.position += characters.length;
    return true;
  }

  /** Takes a match of a sticky pattern (flag `y`); a pattern without the flag throws. */
  takePattern(pattern: RegExp): string | undefined {
    if (!pattern.sticky) throw new RangeError(`The pattern ${pattern} is not sticky.`);
    pattern.lastIndex = this.position;
    if (!pattern.test(this.text)) return undefined;
    const start = this.position;
    this.position = pattern.lastIndex;
    return this.text.slice(start, this.position);
  }

  /** Takes a name: an ASCII letter, then letters, digits and `_`, then primes. */
  takeName(): string | undefined {
    return this.takePattern(NAME);
  }

  /** Takes a name only if it is exactly this word, so `as` is not taken from `ask`. */
  takeWord(word: string): boolean {
    const start = this.position;
    if (this.takeName() === word) return true;
    this.position = start;
    return false;
  }

  takeDigits(): string | undefined {
    return this.takePattern(DIGITS);
  }

  /** Takes characters, or complains that they are expected, and where: "after the name". */
  expect(characters: string, where: string): void {
    if (!this.take(characters)) this.complainOneOf([characters], where);
  }

  /** Takes a name, or complains that one is expected, or one of the tokens; `what` says of what. */
  expectName(what: string, tokens?: readonly string[]): string {
    return this.takeName() ?? this.complainExpected(what, tokens);
  }

  /** Complains when something follows, apart from spaces. */
  expectEnd(where: string): void {
    this.skipSpaces();
    if (!this.atEnd) this.complainExpected(`the end ${where}`);
  }

  /** The next word, number or sign as a message quotes it, or "the end of the line". */
  describeNext(): string {
    const start = this.position;
    const token = this.takePattern(TOKEN);
    this.position = start;
    if (token === undefined) return "the end of the line";
    return token.length > 40 ? `\`${token.slice(0, 39)}…\`` : `\`${token}\``;
  }

  /** Complains that this is expected, or one of the tokens. */
  complainExpected(what: string, tokens: readonly string[] = []): never {
    return this.complainUnexpected(oneOf([what, ...tokens.map(quoted)]), tokens);
  }

  /** Complains that one of the tokens is expected, and where: "after the name". */
  complainOneOf(tokens: readonly string[], where = ""): never {
    const all = oneOf(tokens.map(quoted));
    return this.complainUnexpected(where === "" ? all : `${all} ${where}`, tokens);
  }

  private complainUnexpected(wanted: string, tokens: readonly string[]): never {
    const start = this.position;
    const found = this.describeNext();
    const token = this.takePattern(TOKEN) ?? "";
    this.position = start;
    throw new ReadFailure({
      says: `Expected ${wanted}, but found ${found}.`,
      ...(tokens.length > 0 && { expected: tokens }),
      column: start + 1,
      endColumn: start + token.length + 1,
    });
  }

  /** Gives up on this line with a full sentence about the characters from `start` up to `end`. */
  complain(says: string, start = this.position, end = Math.max(this.position, start + 1)): never {
    throw new ReadFailure({ says, column: start + 1, endColumn: end + 1 });
  }

  /** To be called for every infix operator taken, since `a+a+…` is a tree as deep as it is long. */
  countOperator(): void {
    this.operators += 1;
    if (this.operators > OPERATOR_LIMIT) {
      this.complain(`This line has more than ${OPERATOR_LIMIT} operators.`);
    }
  }

  /** Reads something one level deeper, so that a line of a million `(` is a complaint, no overflow. */
  nested<Value>(read: () => Value): Value {
    if (this.depth >= NESTING_LIMIT) {
      this.complain(`This nests more than ${NESTING_LIMIT} levels deep.`);
    }
    this.depth += 1;
    try {
      return read();
    } finally {
      this.depth -= 1;
    }
  }
}

/** Runs a reader and turns its complaint into a value; other exceptions pass through. */
export function reading<Value>(read: () => Value): Reading<Value> {
  try {
    return { ok: true, value: read() };
  } catch (failure) {
    if (failure instanceof ReadFailure) return { ok: false, complaint: failure.complaint };
    throw failure;
  }
}

function quoted(token: string): string {
  return `\`${token}\``;
}

function oneOf(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} or ${last}`;
}
