import { ChevronRight } from "lucide-react";
import { type ReactNode, useDeferredValue, useMemo } from "react";
import {
  Button,
  Collection,
  ListLayout,
  Tree,
  TreeItem,
  TreeItemContent,
  Virtualizer,
} from "react-aria-components";
import { type OutlineRow, outlineOf } from "../../editor/outline.ts";
import { goInside } from "../canvas/go-inside.ts";
import { selectionOfNode } from "../commands.ts";
import { useFrame } from "../frame-store.ts";
import { useEditor } from "../store.ts";

/** With more rows than this only those in view are there. */
const LONG = 150;

/** All rows are equally high, in pixels. */
const LAYOUT = { rowHeight: 28 };

/** The document as a tree; a row selects what it names in picture, text and inspector. */
export function OutlineTree(): ReactNode {
  // The picture comes first, the outline right after it.
  const reading = useDeferredValue(useEditor((state) => state.reading));
  const selection = useEditor((state) => state.selection);
  const document = reading?.document;
  const rows = useMemo(() => (document === undefined ? [] : outlineOf(document)), [document]);
  const byId = useMemo(() => new Map(flatten(rows).map((row) => [row.id, row])), [rows]);
  const blocks = useMemo(
    () => [...byId.values()].filter((row) => row.children.length > 0).map((row) => row.id),
    [byId],
  );
  const selected = selection.kind === "operation" ? [selection.node] : [];
  if (rows.length === 0) {
    return <p className="hint small">Blocks, loops and arrays of the diagram appear here.</p>;
  }
  const isLong = byId.size > LONG;
  const tree = (
    <Tree
      className="outline"
      data-long={isLong || undefined}
      aria-label="Outline"
      selectionMode="single"
      selectionBehavior="replace"
      selectedKeys={selected.filter((key) => byId.has(key))}
      defaultExpandedKeys={blocks}
      key={blocks.join(" ")}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : [...keys];
        const row = byId.get(String(key));
        if (row !== undefined) selectRow(row);
      }}
      onAction={(key) => {
        const row = byId.get(String(key));
        if (row?.kind === "block") goInside(row.definition);
      }}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </Tree>
  );
  if (!isLong) return tree;
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      {tree}
    </Virtualizer>
  );
}

function Row({ row }: { readonly row: OutlineRow }): ReactNode {
  return (
    <TreeItem id={row.id} textValue={row.title} className="outline-row">
      <TreeItemContent>
        {({ hasChildItems, isExpanded }) => (
          <div className="outline-line" data-kind={row.kind}>
            {hasChildItems ? (
              <Button slot="chevron" className="chevron" data-open={isExpanded || undefined}>
                <ChevronRight />
              </Button>
            ) : (
              <span className="chevron" />
            )}
            <span className="outline-title">{row.title}</span>
            {row.shape !== undefined && <span className="mono hint">{row.shape}</span>}
          </div>
        )}
      </TreeItemContent>
      <Collection items={row.children}>{(child) => <Row row={child} />}</Collection>
    </TreeItem>
  );
}

function selectRow(row: OutlineRow): void {
  const { reading, select } = useEditor.getState();
  const { reveal } = useFrame.getState();
  if (reading === undefined) return;
  const { id, definition, kind } = row;
  // What stands in a closed block has no place in the picture, but words and numbers all the same;
  // a block is meant as a whole, also when it is the picture.
  const place = kind === "block" ? undefined : selectionOfNode(reading, id);
  select(place ?? { kind: "operation", id, definition, node: id });
  reveal();
}

function flatten(rows: readonly OutlineRow[]): readonly OutlineRow[] {
  return rows.flatMap((row) => [row, ...flatten(row.children)]);
}
