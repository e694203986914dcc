import type { SceneColumn } from "./scene.ts";

/** The columns of one body that stand in one row, left to right; a row begins where they start anew. */
export function columnRows(columns: readonly SceneColumn[]): readonly (readonly SceneColumn[])[] {
  const rows: SceneColumn[][] = [];
  const open = new Map<string, SceneColumn[]>();
  for (const column of columns) {
    const row = open.get(column.path);
    const last = row?.at(-1);
    if (row !== undefined && last !== undefined && column.x >= last.x) {
      row.push(column);
      continue;
    }
    const begun = [column];
    open.set(column.path, begun);
    rows.push(begun);
  }
  return rows;
}
