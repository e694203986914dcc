import type { Edit, EditContext } from "../../editor/edit.ts";
import { refuse } from "../../editor/edits/finish.ts";
import { insertOperation } from "../../editor/edits/insert-operation.ts";
import { copy } from "../../editor/structure/copy.ts";
import { paste } from "../../editor/structure/paste.ts";
import { parse } from "../../language/parse.ts";
import { blockTitle } from "../../scene/title.ts";
import { inferDiagram } from "../../typing/infer.ts";
import type { Place } from "./place.ts";

/** The edit that brings the block of an architecture into the document and calls it at a place. */
export function addingPreset(context: EditContext, { into, value }: Place, text: string): Edit {
  const source = { document: parse(text).document };
  const typed = inferDiagram(source.document);
  const { name } = typed.main;
  const line = source.document.statements.find(
    (statement) => statement.kind === "block" && statement.name === name,
  );
  if (line === undefined) return refuse("This architecture is no block; open it from the gallery.");
  const copied = copy({ ...source, typed }, [line.id]);
  if (!copied.ok) return refuse(copied.says);
  const pasted = paste(context, { text: copied.text, into: "" });
  if (!pasted.ok) return pasted;
  const before = blocksOf(context.document);
  const fresh = blocksOf(pasted.document).filter((block) => !before.includes(block));
  const block = fresh.at(-1) ?? name;
  const made = { document: pasted.document, typed: inferDiagram(pasted.document) };
  const edit = insertOperation(made, {
    what: { kind: "call", name: block },
    into,
    from: value?.name === undefined ? [] : [value.name],
  });
  return edit.ok ? { ...edit, label: `Added ${blockTitle(block)}` } : edit;
}

function blocksOf({ statements }: EditContext["document"]): readonly string[] {
  return statements.flatMap((statement) => (statement.kind === "block" ? statement.name : []));
}
