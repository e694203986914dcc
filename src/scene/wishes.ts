import type { LayoutLine } from "../document/document.ts";
import type { LayoutItem, OrderWish } from "../layout/graph.ts";
import type { BodyItem } from "./body-item.ts";
import type { Member } from "./figure.ts";

/** What the author arranged by hand, by the names that the lines of `layout:` use. */
export interface Wishes {
  /** Half spacings below the first input. */
  readonly heights: ReadonlyMap<string, number>;
  readonly orders: readonly { readonly above: string; readonly below: string }[];
}

/** The wishes among the lines of a `layout:` section. */
export function wishesOf(layout: readonly LayoutLine[]): Wishes {
  const heights = new Map<string, number>();
  const orders: { above: string; below: string }[] = [];
  for (const line of layout) {
    if (line.kind !== "place") continue;
    const { node, wish } = line;
    if (wish.kind === "height") heights.set(node, wish.dy);
    else orders.push({ above: node, below: wish.other });
  }
  return { heights, orders };
}

/**
 * What a line of `layout:` calls an array: `Block/NAME`, or the operation that makes it where it has
 * no name. What crosses the border of a loop under no name of its own has none.
 */
export function nameOfArray(definition: string, array: string): string | undefined {
  if (array.includes(" ")) return undefined;
  const [, maker] = /^(.*):\d+$/.exec(array) ?? [];
  if (maker !== undefined) return maker;
  const name = array.replace(/:in$/, "");
  return definition === "" ? name : `${definition}/${name}`;
}

/** What a line of `layout:` calls an item; borders and walls cannot be arranged. */
export function nameOfItem(
  definition: string,
  member: Member | undefined,
  { outputs: [array] }: Pick<LayoutItem, "outputs">,
): string | undefined {
  if (member?.kind === "input" || member?.kind === "output") {
    return nameOfArray(definition, member.array);
  }
  if (member?.kind !== "node") return undefined;
  const isOneOfLine = member.node.kind === "weight" && array !== undefined;
  return isOneOfLine ? nameOfArray(definition, array) : member.node.id;
}

/** The item at the height that the author wants for it; an output follows what it is. */
export function atWishedHeight(
  item: LayoutItem,
  name: string | undefined,
  { heights }: Wishes,
): LayoutItem {
  const wish = item.role === "exit" ? undefined : heights.get(name ?? "");
  return wish === undefined ? item : { ...item, wish };
}

/** The orders that the author wants of what stands in one body. */
export function ordersAmong(
  items: readonly BodyItem[],
  definition: string,
  { orders }: Wishes,
): readonly OrderWish[] {
  if (orders.length === 0) return [];
  const ids = new Map<string, readonly string[]>();
  const add = (name: string | undefined, id: string): void => {
    if (name !== undefined) ids.set(name, [...(ids.get(name) ?? []), id]);
  };
  for (const { item, member } of items) {
    add(nameOfItem(definition, member, item), item.id);
    for (const array of item.outputs) add(nameOfArray(definition, array), array);
  }
  return orders.flatMap((wish) => {
    const [above, below] = [ids.get(wish.above), ids.get(wish.below)];
    return above === undefined || below === undefined ? [] : [{ above, below }];
  });
}
