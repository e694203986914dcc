import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Edit, EditContext } from "../../../src/editor/edit.ts";
import { copy } from "../../../src/editor/structure/copy.ts";
import { cut } from "../../../src/editor/structure/cut.ts";
import { group } from "../../../src/editor/structure/group.ts";
import { guessCrossings } from "../../../src/editor/structure/loop-crossings.ts";
import type { LoopForm } from "../../../src/editor/structure/loop-form.ts";
import { makeLoop } from "../../../src/editor/structure/make-loop.ts";
import { duplicate, paste } from "../../../src/editor/structure/paste.ts";
import { ungroup } from "../../../src/editor/structure/ungroup.ts";
import { unwrapLoop } from "../../../src/editor/structure/unwrap-loop.ts";
import { parse } from "../../../src/language/parse.ts";
import { print } from "../../../src/language/print.ts";
import { arbitraryDocument } from "../../support/arbitrary-document.ts";
import { contextOf, holdTextLawsOfEdit } from "../../support/structure-laws.ts";

const SENTENCE = /^[A-Z`?].*[.:]?$/;

/** Ids of everything in a text, statements and operands. */
function idsOf(text: string): readonly string[] {
  return [...parse(text).source.keys()].filter((key) => !key.includes("#"));
}

function hold(context: EditContext, edit: Edit): void {
  if (edit.ok) holdTextLawsOfEdit(context, edit);
  else expect(edit.says).toMatch(SENTENCE);
}

const FORMS: readonly LoopForm[] = [
  { kind: "repeat", count: "N" },
  { kind: "repeat", count: "2", index: "i" },
  { kind: "scan", axis: "t" },
];

describe("commands of structure", () => {
  it("give a document or a sentence, whatever the diagram and the selection", () => {
    const scene = fc
      .tuple(arbitraryDocument.map(print), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }))
      .map(([text, picks]) => {
        const ids = idsOf(text);
        return {
          text,
          nodes: ids.length === 0 ? [] : picks.map((pick) => ids[pick % ids.length] ?? ""),
        };
      });
    fc.assert(
      fc.property(scene, arbitraryDocument.map(print), ({ text, nodes }, other) => {
        const context = contextOf(text);
        const [node = ""] = nodes;
        hold(context, group(context, { nodes }));
        hold(context, ungroup(context, { node }));
        hold(context, unwrapLoop(context, { node }));
        hold(context, duplicate(context, nodes));
        hold(context, cut(context, nodes).edit);
        for (const form of FORMS) {
          const guess = guessCrossings(context, nodes, form);
          if (guess.ok)
            hold(context, makeLoop(context, { nodes, form, crossings: guess.crossings }));
          else expect(guess.says).toMatch(SENTENCE);
        }
        const copied = copy(context, nodes);
        const into = node.slice(0, Math.max(0, node.indexOf("/")));
        for (const clip of [other, copied.ok ? copied.text : copied.says]) {
          hold(context, paste(context, { text: clip, into, after: node }));
        }
        if (copied.ok)
          expect(
            parse(copied.text).diagnostics.filter(({ severity }) => severity === "error"),
          ).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
