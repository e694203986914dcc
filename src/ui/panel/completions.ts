import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Extension } from "@codemirror/state";
import { STATEMENT_WORDS } from "../../language/words.ts";
import { OPS } from "../../ops/index.ts";
import type { Op } from "../../ops/op.ts";

const WORD = /[A-Za-z][A-Za-z0-9_]*'*$/;
const NAMES = /[A-Za-z][A-Za-z0-9_]*'*/g;

/**
 * Offers operations, the words that start lines, and every name that the text already has. No row
 * is marked at first, so that Enter after a word that is whole goes on to the next line.
 */
export const completions: Extension = autocompletion({
  override: [complete],
  activateOnTyping: true,
  selectOnOpen: false,
  icons: false,
});

function complete(context: CompletionContext): CompletionResult | null {
  const word = context.matchBefore(WORD);
  if (word === null && !context.explicit) return null;
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, (word?.from ?? context.pos) - line.from);
  if (/["#]/.test(before)) return null;
  const starts = before.trim() === "";
  const known = starts ? STATEMENTS : [...OPERATIONS, ...namesIn(context)];
  return { from: word?.from ?? context.pos, options: [...known], validFor: WORD };
}

const STATEMENTS: readonly Completion[] = STATEMENT_WORDS.map((label) => ({ label }));

const OPERATIONS: readonly Completion[] = OPS.filter((op: Op) => op.operator === undefined).map(
  (op: Op) => ({ label: op.name, detail: op.title, info: op.summary }),
);

function namesIn({ state, pos }: CompletionContext): readonly Completion[] {
  const around = state.doc.toString().slice(0, 200_000);
  const words = new Set<string>();
  for (const match of around.matchAll(NAMES)) {
    if (match.index + match[0].length !== pos) words.add(match[0]);
  }
  for (const { label } of [...STATEMENTS, ...OPERATIONS]) words.delete(label);
  return [...words].map((label) => ({ label, boost: -1 }));
}
