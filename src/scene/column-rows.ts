import type { SceneColumn } from "./scene.ts";

/**
 * The columns of one body that stand in one row, left to right; of diagrams beside each other, which
 * may be the same, each has rows of its own.
 */
export function columnRows(columns: readonly SceneColumn[]): readonly (readonly SceneColumn[])[] {
  const rows: SceneColumn[][] = [];
  const open = new Map<string, SceneColumn[]>();
  for (const column of columns) {
    const row = open.get(column.path);
    const last = row?.at(-1);
    const goesOn = last?.definition === column.definition && last.row === column.row;
    if (row !== undefined && last !== undefined && goesOn && column.x >= last.x) {
      row.push(column);
      continue;
    }
    const begun = [column];
    open.set(column.path, begun);
    rows.push(begun);
  }
  return rows;
}
