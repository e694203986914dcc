import fc from "fast-check";
import type { Edit, EditContext } from "../../src/editor/edit.ts";
import { placeAmong, placeAt, release, tidy } from "../../src/editor/edits/arrange.ts";
import { connect, disconnect, reconnect } from "../../src/editor/edits/connect.ts";
import { insertOnWire } from "../../src/editor/edits/insert-on-wire.ts";
import { insertOperation } from "../../src/editor/edits/insert-operation.ts";
import { insertPort } from "../../src/editor/edits/insert-port.ts";
import { nameOperand } from "../../src/editor/edits/name-operand.ts";
import { remove } from "../../src/editor/edits/remove.ts";
import { renameArray } from "../../src/editor/edits/rename-array.ts";
import { mergeAxes, renameAxis } from "../../src/editor/edits/rename-axis.ts";
import { renameBlock, renameLayer } from "../../src/editor/edits/rename-definition.ts";
import { mergeSizes, renameSize } from "../../src/editor/edits/rename-size.ts";
import { replaceOperation } from "../../src/editor/edits/replace-operation.ts";
import { setArray } from "../../src/editor/edits/set-array.ts";
import { setCall } from "../../src/editor/edits/set-call.ts";
import { setLabel } from "../../src/editor/edits/set-label.ts";
import { deleteSize, setAxisSize, setSize } from "../../src/editor/edits/set-size.ts";
import { showDetail } from "../../src/editor/edits/show-detail.ts";
import { swapOperands } from "../../src/editor/edits/swap.ts";
import { wrapRows } from "../../src/editor/edits/wrap-rows.ts";
import { parse } from "../../src/language/parse.ts";
import { printVerbatim } from "../../src/language/print.ts";
import { inferDiagram } from "../../src/typing/infer.ts";
import { Chooser } from "./chooser.ts";
import { holdEditLaws } from "./edit-laws.ts";
import { STRUCTURE_COMMANDS } from "./random-structure.ts";

/** A command that a hand on the canvas might give; the numbers choose among what the file has. */
export interface RandomEdit {
  readonly kind: keyof typeof COMMANDS;
  readonly picks: readonly number[];
}

/** Does a random command to a document, whatever that has. */
export function runEdit({ kind, picks }: RandomEdit): (context: EditContext) => Edit {
  return (context) => COMMANDS[kind](new Chooser(context, picks));
}

const COMMANDS = {
  ...STRUCTURE_COMMANDS,
  setArray: (choose: Chooser): Edit =>
    setArray(choose.context, {
      array: choose.array(),
      text: choose.of(["A[t d]", "Q[k h]", "B", "Q[y k=3 h]", "[m]", "A[?]", "C[", ""], "A"),
    }),
  wrapRows: (choose: Chooser): Edit => wrapRows(choose.context, { width: choose.text() }),
  showDetail: (choose: Chooser): Edit =>
    showDetail(choose.context, {
      block: choose.definition(),
      level: choose.of(["axes", "arrays", "blocks"] as const, "axes"),
    }),
  insert: (choose: Chooser): Edit => {
    const into = choose.into();
    const from = Array.from({ length: choose.number(4) }, () =>
      choose.number(4) === 0 ? undefined : choose.array(into.definition).array,
    );
    return insertOperation(choose.context, { what: choose.callee(), into, from });
  },
  insertOnWire: (choose: Chooser): Edit => {
    const array = choose.array();
    const consumers = choose.number(2) === 0 ? { consumers: [choose.port()] } : {};
    return insertOnWire(choose.context, { what: choose.callee(), array, ...consumers });
  },
  insertPort: (choose: Chooser): Edit =>
    insertPort(choose.context, {
      kind: choose.of(["input", "weight", "output"] as const, "input"),
      into: choose.into(),
    }),
  connect: (choose: Chooser): Edit => {
    const definition = choose.definition();
    const port = choose.port(definition);
    return connect(choose.context, { array: choose.array(definition), port });
  },
  disconnect: (choose: Chooser): Edit => disconnect(choose.context, { port: choose.port() }),
  reconnect: (choose: Chooser): Edit =>
    reconnect(choose.context, { from: choose.port(choose.main()), to: choose.port(choose.main()) }),
  swap: (choose: Chooser): Edit =>
    swapOperands(choose.context, { node: choose.node(), operands: [0, 1] }),
  name: (choose: Chooser): Edit => nameOperand(choose.context, { node: choose.node() }),
  renameArray: (choose: Chooser): Edit =>
    renameArray(choose.context, { array: choose.array(), name: choose.name() }),
  renameAxis: (choose: Chooser): Edit => {
    const definition = choose.definition();
    return renameAxis(choose.context, {
      definition,
      axis: choose.axis(definition),
      name: choose.name(),
    });
  },
  mergeAxes: (choose: Chooser): Edit => {
    const definition = choose.definition();
    const [axis, name] = [choose.axis(definition), choose.axis(definition)];
    return mergeAxes(choose.context, { definition, axis, name });
  },
  renameBlock: (choose: Chooser): Edit =>
    renameBlock(choose.context, { block: choose.definition(), name: choose.name() }),
  renameLayer: (choose: Chooser): Edit =>
    renameLayer(choose.context, { layer: choose.node(), name: choose.name() }),
  remove: (choose: Chooser): Edit => {
    const removals = Array.from({ length: 1 + choose.number(3) }, () => ({ node: choose.node() }));
    return remove(choose.context, { removals, heal: choose.of(["heal", "leave open"], "heal") });
  },
  removeArray: (choose: Chooser): Edit => {
    const removals = [{ node: choose.node(), array: choose.array().array }];
    return remove(choose.context, { removals, heal: "heal" });
  },
  replace: (choose: Chooser): Edit =>
    replaceOperation(choose.context, { node: choose.node(), what: choose.callee() }),
  setTargets: (choose: Chooser): Edit =>
    setCall(choose.context, {
      node: choose.node(),
      setting: { kind: choose.of(["targets", "results"], "targets"), text: choose.text() },
    }),
  setOption: (choose: Chooser): Edit =>
    setCall(choose.context, {
      node: choose.node(),
      setting: {
        kind: "option",
        word: choose.of(["bias", "from", "to", "at", "by", "step"], "bias"),
        text: choose.of([undefined, "", "2", "k"], undefined),
      },
    }),
  setBinding: (choose: Chooser): Edit =>
    setCall(choose.context, {
      node: choose.node(),
      setting: { kind: "binding", axis: choose.axis(choose.definition()), text: choose.text() },
    }),
  setSize: (choose: Chooser): Edit =>
    setSize(choose.context, {
      name: choose.of(["k", "h", "m", "n", "N"], "k"),
      text: choose.text(),
    }),
  deleteSize: (choose: Chooser): Edit =>
    deleteSize(choose.context, { name: choose.of(["k", "h", "m", "n", "N"], "k") }),
  mergeSizes: (choose: Chooser): Edit =>
    mergeSizes(choose.context, {
      size: choose.of(["k", "h", "m", "n"], "k"),
      name: choose.of(["k", "h", "m", "n", "t", "d"], "h"),
    }),
  renameSize: (choose: Chooser): Edit =>
    renameSize(choose.context, { size: choose.of(["k", "h", "m", "n"], "k"), name: choose.name() }),
  placeAt: (choose: Chooser): Edit =>
    placeAt(choose.context, { node: choose.node(), dy: choose.number(20) - 10 }),
  placeAmong: (choose: Chooser): Edit =>
    placeAmong(choose.context, {
      node: choose.node(),
      over: choose.number(2) === 0 ? [choose.node()] : [],
      under: choose.number(2) === 0 ? [choose.node()] : [],
    }),
  tidy: (choose: Chooser): Edit =>
    tidy(choose.context, choose.number(2) === 0 ? {} : { nodes: [choose.node()] }),
  release: (choose: Chooser): Edit =>
    release(choose.context, choose.number(2) === 0 ? {} : { nodes: [choose.node()] }),
  setLabel: (choose: Chooser): Edit => {
    const definition = choose.definition();
    const of = choose.of(["axis", "array", "size"] as const, "axis");
    const name = of === "array" ? choose.array(definition).array : choose.axis(definition);
    const tex = choose.of(["\\bar{t}", "", 'a "b" \\', "#", "\\tau"], "");
    return setLabel(choose.context, { target: { definition, of, name }, tex });
  },
  setAxisSize: (choose: Chooser): Edit => {
    const definition = choose.definition();
    return setAxisSize(choose.context, {
      definition,
      axis: choose.axis(definition),
      text: choose.text(),
    });
  },
};

const KINDS = Object.keys(COMMANDS) as readonly (keyof typeof COMMANDS)[];

/** Any command, about anything. */
export const randomEdit: fc.Arbitrary<RandomEdit> = fc.record({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }),
});

/** Does commands one after the other; each has to hold, and going back gives every text again. */
export function holdSessionLaws(text: string, edits: readonly RandomEdit[]): void {
  const { document } = parse(text);
  let context: EditContext = { document, typed: inferDiagram(document) };
  for (const each of edits) {
    const edit = holdEditLaws(context, runEdit(each));
    if (!edit.ok) continue;
    const { document: next } = parse(printVerbatim(edit.document));
    context = { document: next, typed: inferDiagram(next) };
  }
}
