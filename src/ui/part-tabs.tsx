import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { Tab, TabList, TabPanel, type TabPanelProps } from "react-aria-components";
import { AddTab } from "./adding/add-tab.tsx";
import { Boundary } from "./boundary.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { GalleryList } from "./library/gallery-list.tsx";
import { OutlineTree } from "./library/outline-tree.tsx";
import { ProblemCount } from "./panel/problem-count.tsx";
import { SizesPanel } from "./panel/sizes-panel.tsx";

const TextPanel = lazy(async () => ({
  default: (await import("./panel/text-panel.tsx")).TextPanel,
}));

const ProblemsPanel = lazy(async () => ({
  default: (await import("./panel/problems-panel.tsx")).ProblemsPanel,
}));

/** Every tab beside the canvas, wherever the width of the frame lets it stand. */
const TABS = {
  inspect: { title: "Inspect", body: () => <Inspector /> },
  text: { title: "Text", body: () => <LateBody what="text" Panel={TextPanel} /> },
  problems: {
    title: "Problems",
    body: () => <LateBody what="list of problems" Panel={ProblemsPanel} />,
  },
  sizes: { title: "Sizes", body: () => <SizesPanel /> },
  add: { title: "Add", body: () => <AddTab /> },
  outline: { title: "Outline", body: () => <OutlineTree /> },
  gallery: { title: "Gallery", body: () => <GalleryList /> },
} as const;

/** The name of a tab. */
export type TabName = keyof typeof TABS;

/** The heads of some tabs in a row: as segments of a switch, or over a line. */
export function TabHeads({
  name,
  tabs,
  look,
}: {
  readonly name: string;
  readonly tabs: readonly TabName[];
  readonly look: "segments" | "line";
}): ReactNode {
  const className = look === "line" ? "panel-tab" : "segment";
  return (
    <TabList aria-label={name} className={look === "line" ? "panel-tab-list" : "segments"}>
      {tabs.map((tab) => (
        <Tab key={tab} id={tab} className={className}>
          {TABS[tab].title}
          {tab === "problems" && <ProblemCount />}
        </Tab>
      ))}
    </TabList>
  );
}

/** What a tab holds. */
export function TabBody({
  tab,
  ...props
}: { readonly tab: TabName } & Omit<TabPanelProps, "id" | "children">): ReactNode {
  return (
    <TabPanel id={tab} {...props}>
      {TABS[tab].body()}
    </TabPanel>
  );
}

/** What is mounted late, and without which the rest of the editor goes on. */
function LateBody({
  what,
  Panel,
}: {
  readonly what: string;
  readonly Panel: ComponentType;
}): ReactNode {
  return (
    <Boundary what={`The ${what}`}>
      <Suspense fallback={<p className="empty">Opening the {what}…</p>}>
        <Panel />
      </Suspense>
    </Boundary>
  );
}
