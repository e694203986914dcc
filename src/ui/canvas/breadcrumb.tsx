import { ChevronDown, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { calledBlocks, outermostBlocks } from "../../editor/called-blocks.ts";
import { mainBlock, titleOf } from "../../editor/header.ts";
import type { Reading } from "../../editor/reading.ts";
import { blockTitle } from "../../scene/title.ts";
import { useEditor } from "../store.ts";
import { focusCanvas } from "./canvas-focus.ts";

/** The way from the diagram to the block that is the picture; each step goes back to there, or beside. */
export function Breadcrumb({ reading }: { readonly reading: Reading }): ReactNode {
  const trail = useEditor((state) => state.trail);
  const leaveTo = useEditor((state) => state.leaveTo);
  const steps = stepsOf(reading, trail);
  const inside = calledBlocks(reading.document, reading.typed.main.name);
  return (
    <nav className="breadcrumb" aria-label="Blocks entered">
      <ol>
        {steps.map(({ title, depth, block, beside }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place on the way
          <li key={at}>
            {at > 0 && <ChevronRight aria-hidden="true" />}
            {depth < trail.length ? (
              <button
                type="button"
                className="crumb"
                onClick={() => {
                  leaveTo(depth);
                  requestAnimationFrame(focusCanvas);
                }}
              >
                {title}
              </button>
            ) : (
              <span className="crumb" aria-current={at === steps.length - 1 ? "page" : undefined}>
                {title}
              </span>
            )}
            {beside.length > 1 && (
              <CrumbMenu
                label={`Beside ${title}`}
                icon={<ChevronDown />}
                blocks={beside}
                current={block}
                choose={(next) => goTo(Math.max(0, depth - 1), next)}
              />
            )}
          </li>
        ))}
        {inside.length > 0 && (
          <li>
            <CrumbMenu
              label="Blocks inside"
              icon={<ChevronRight />}
              blocks={inside}
              choose={(next) => goTo(trail.length, next)}
            />
          </li>
        )}
      </ol>
    </nav>
  );
}

interface Step {
  readonly title: string;
  /** How many entered blocks lead to it. */
  readonly depth: number;
  readonly block?: string;
  /** What could be looked at in its place, it itself included. */
  readonly beside: readonly string[];
}

function stepsOf({ document, typed }: Reading, trail: readonly string[]): readonly Step[] {
  const title = titleOf(document);
  const shown = typed.main.name;
  const main = trail.length === 0 ? shown : mainBlock(document);
  const outermost = outermostBlocks(document, main);
  const entered = trail.map((block, at): Step => {
    const around = at === 0 ? main : (trail[at - 1] ?? main);
    const called = calledBlocks(document, around);
    const beside = called.includes(block) ? called : [block, ...called];
    return { title: blockTitle(block), depth: at + 1, block, beside };
  });
  const isNamed = trail.length === 0 && shown !== "" && blockTitle(shown) !== title;
  const top: Step = { title, depth: 0, block: main, beside: isNamed ? [] : outermost };
  const named = { title: blockTitle(shown), depth: 0, block: shown, beside: outermost };
  return [top, ...(isNamed ? [named] : []), ...entered];
}

function CrumbMenu({
  label,
  icon,
  blocks,
  current,
  choose,
}: {
  readonly label: string;
  readonly icon: ReactNode;
  readonly blocks: readonly string[];
  readonly current?: string | undefined;
  choose(block: string): void;
}): ReactNode {
  return (
    <MenuTrigger>
      <Button className="crumb-menu" aria-label={label}>
        {icon}
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu
          className="menu"
          aria-label={label}
          selectionMode={current === undefined ? "none" : "single"}
          selectedKeys={current === undefined ? [] : [current]}
          onAction={(key) => {
            if (key !== current) choose(String(key));
          }}
        >
          {blocks.map((block) => (
            <MenuItem
              key={block}
              id={block}
              className="menu-item"
              textValue={blockTitle(block)}
              data-current={block === current || undefined}
            >
              {blockTitle(block)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** Makes a block the picture, behind so many that were entered before it. */
function goTo(depth: number, block: string): void {
  const { trail, leaveTo, enter } = useEditor.getState();
  if (depth < trail.length) leaveTo(depth);
  enter(block);
}
