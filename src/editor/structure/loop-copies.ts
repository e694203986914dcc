import { printSizeExpression } from "../../../shapes/print-expression.ts";
import type { Document, Statement } from "../../document/document.ts";
import { walkStatements } from "../../document/parts.ts";
import { statementAt, type TreePath } from "../edits/document-tree.ts";
import { axesIn } from "./boundary.ts";
import type { LoopForm } from "./loop-form.ts";

/** Where the lines of a loop that is to be made stand. */
interface Place {
  readonly document: Document;
  readonly body: TreePath;
  readonly lines: readonly Statement[];
}

/**
 * Why lines cannot be copied as the form has it, as a sentence: each copy of a repeat saves an entry
 * of a memory of its own, and no loop counts by the name of one around it.
 */
export function whyNoCopies({ document, body, lines }: Place, form: LoopForm): string | undefined {
  if (form.kind === "scan") return undefined;
  const { index } = form;
  const around = body.map((_, at) => statementAt(document, body.slice(0, at + 1)));
  const inside: Statement[] = [];
  walkStatements(lines, (line) => inside.push(line));
  const isTaken = [...around, ...inside].some(
    (loop) => loop?.kind === "repeat" && loop.index !== undefined && loop.index === index,
  );
  if (isTaken) return `\`${index}\` is a name here already; choose another one for the copies.`;
  for (const line of inside) {
    if (line.kind !== "save" || (index !== undefined && axesIn([line]).has(index))) continue;
    const entry = `${line.memory}[${printSizeExpression(line.index)}]`;
    return `Every copy of the repeat would save \`${entry}\`, which can be saved once; leave the line that saves it outside.`;
  }
  return undefined;
}
