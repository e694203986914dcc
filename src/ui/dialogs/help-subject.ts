import { describe } from "../../editor/described.ts";
import { useFrame } from "../frame-store.ts";
import { problemsOfNode, selectedNode } from "../problems/problem-store.ts";
import { useEditor } from "../store.ts";

/** Opens the help at what has the focus or is selected: a mistake that stands there, else the operation. */
export function openHelp(): void {
  useFrame.getState().showHelp(subject());
}

function subject(): string | undefined {
  const row = document.activeElement?.closest<HTMLElement>(".problem-row");
  if (row?.dataset["code"] !== undefined) return row.dataset["code"];
  const { reading, selection } = useEditor.getState();
  if (reading === undefined) return undefined;
  const node = selectedNode(reading, selection);
  const [problem] = node === undefined ? [] : problemsOfNode(reading, node);
  if (problem !== undefined) return problem.diagnostic.code;
  const typed = describe(selection, reading)?.node;
  return typed?.kind === "op" ? typed.op.name : undefined;
}
