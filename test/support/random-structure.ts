import type { Edit, EditContext } from "../../src/editor/edit.ts";
import { copy } from "../../src/editor/structure/copy.ts";
import { cut } from "../../src/editor/structure/cut.ts";
import { group } from "../../src/editor/structure/group.ts";
import { guessCrossings } from "../../src/editor/structure/loop-crossings.ts";
import type { LoopForm } from "../../src/editor/structure/loop-form.ts";
import { makeLoop } from "../../src/editor/structure/make-loop.ts";
import { duplicate, paste } from "../../src/editor/structure/paste.ts";
import { setLoop } from "../../src/editor/structure/set-loop.ts";
import { ungroup } from "../../src/editor/structure/ungroup.ts";
import { unwrapLoop } from "../../src/editor/structure/unwrap-loop.ts";
import type { Chooser } from "./chooser.ts";

/** Texts that come from elsewhere over the clipboard, good ones and others. */
const CLIPS = [
  "A[t d] = softmax[d](B)\n",
  "size k = 3\nblock F(X[k]) -> Y[k]:\n  Y[k] = relu(X)\nZ[k] = F(W)\n",
  "  Q = relu(K)\n  K = exp(Q2)\n",
  "repeat 2:\n  carry Z[m] from A to Z'\n  Z'[m] = tanh(Z)\n",
  "this is no line\n",
  "",
] as const;

function isEmpty({ document: { header, statements } }: EditContext): boolean {
  return header.length === 0 && statements.length === 0;
}

function formOf(choose: Chooser): LoopForm {
  const axis = choose.axis(choose.definition());
  const forms: readonly LoopForm[] = [
    { kind: "repeat", count: "N" },
    { kind: "repeat", count: "2", index: "i" },
    { kind: "repeat", count: "k*2", shared: true },
    { kind: "repeat", count: "k +" },
    { kind: "scan", axis },
    { kind: "scan", axis, reverse: true },
  ];
  return choose.of(forms, { kind: "repeat", count: "2" });
}

/** Commands of structure as a hand might give them. */
export const STRUCTURE_COMMANDS = {
  group: (choose: Chooser): Edit => {
    const nodes = choose.nodes();
    const name = choose.of([undefined, undefined, "F", "G2", "9x"], undefined);
    return group(choose.context, { nodes, ...(name !== undefined && { name }) });
  },
  ungroup: (choose: Chooser): Edit => ungroup(choose.context, { node: choose.node() }),
  makeLoop: (choose: Chooser): Edit => {
    const { context } = choose;
    const nodes = choose.nodes();
    const form = formOf(choose);
    const guess = guessCrossings(context, nodes, form);
    return guess.ok ? makeLoop(context, { nodes, form, crossings: guess.crossings }) : guess;
  },
  setLoop: (choose: Chooser): Edit =>
    setLoop(choose.context, { node: choose.node(), form: formOf(choose) }),
  unwrapLoop: (choose: Chooser): Edit => unwrapLoop(choose.context, { node: choose.node() }),
  duplicate: (choose: Chooser): Edit => duplicate(choose.context, choose.nodes()),
  cut: (choose: Chooser): Edit => cut(choose.context, choose.nodes()).edit,
  paste: (choose: Chooser): Edit =>
    paste(choose.context, {
      // An empty document becomes what is pasted, with all that is loose in it.
      text: isEmpty(choose.context) ? "input X[t]\n" : choose.of(CLIPS, ""),
      into: choose.definition(),
      after: choose.node(),
    }),
  copyAndPaste: (choose: Chooser): Edit => {
    const copied = copy(choose.context, choose.nodes());
    if (!copied.ok) return copied;
    return paste(choose.context, { text: copied.text, into: choose.definition() });
  },
};
