import type { DetailLevel, Document, LayoutLine } from "../../document/document.ts";
import type { Edit, EditContext } from "../edit.ts";
import { finish, refuse } from "./finish.ts";
import { withLayout } from "./layout-section.ts";

const SHOWN: Readonly<Record<DetailLevel, string>> = {
  axes: "every axis",
  arrays: "one arrow an array",
  blocks: "named boxes",
};

/** What the file shows of a block, or of every block that has no level of its own (`""`). */
export function detailOf({ layout }: Document, block: string): DetailLevel {
  return (lineOf(layout, block) ?? lineOf(layout, ""))?.level ?? "axes";
}

/** Shows a block, or everything (`""`), at a level; a block at the level of everything has no line. */
export function showDetail(
  context: EditContext,
  { block, level }: { readonly block: string; readonly level: DetailLevel },
): Edit {
  const { document } = context;
  const isBlock = document.statements.some(
    (statement) => statement.kind === "block" && statement.name === block,
  );
  if (block !== "" && !isBlock) return refuse(`There is no block named \`${block}\` here.`);
  if (detailOf(document, block) === level) {
    return refuse(`${block === "" ? "The figure" : `\`${block}\``} shows ${SHOWN[level]} already.`);
  }
  const otherwise = block === "" ? "axes" : detailOf(document, "");
  const old = lineOf(document.layout, block);
  const line: LayoutLine = {
    kind: "detail",
    lead: old?.lead ?? [],
    ...(old?.comment !== undefined && { comment: old.comment }),
    block,
    level,
  };
  const rest = document.layout.filter((each) => each !== old);
  const layout =
    level === otherwise
      ? rest
      : old === undefined
        ? [...document.layout, line]
        : document.layout.map((each) => (each === old ? line : each));
  const label = `Showed ${SHOWN[level]}${block === "" ? "" : ` of ${block}`}`;
  return finish(context, { document: withLayout(document, layout), label });
}

function lineOf(layout: readonly LayoutLine[], block: string) {
  return layout.findLast(
    (line): line is LayoutLine & { kind: "detail" } =>
      line.kind === "detail" && line.block === block,
  );
}
