import { ChevronDown, ChevronUp } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { AddTab } from "./adding/add-tab.tsx";
import { Boundary } from "./boundary.tsx";
import { IconButton } from "./icon-button.tsx";
import { Inspector } from "./inspector/inspector.tsx";
import { GalleryList } from "./library/gallery-list.tsx";
import { OutlineTree } from "./library/outline-tree.tsx";
import { ProblemCount } from "./panel/problem-count.tsx";
import { ProblemsPanel } from "./panel/problems-panel.tsx";
import { SizesPanel } from "./panel/sizes-panel.tsx";

const TextPanel = lazy(async () => ({
  default: (await import("./panel/text-panel.tsx")).TextPanel,
}));

/** On narrow screens everything beside the canvas stands in a sheet at the bottom. */
export function Sheet(): ReactNode {
  const [isOpen, setOpen] = useState(true);
  return (
    <section id="panel" className="sheet" aria-label="Panel" data-open={isOpen || undefined}>
      <Tabs className="panel-tabs" onSelectionChange={() => setOpen(true)}>
        <div className="panel-strip">
          <TabList aria-label="Panel" className="panel-tab-list">
            <Tab id="inspect" className="panel-tab">
              Inspect
            </Tab>
            <Tab id="text" className="panel-tab">
              Text
            </Tab>
            <Tab id="problems" className="panel-tab">
              Problems
              <ProblemCount />
            </Tab>
            <Tab id="sizes" className="panel-tab">
              Sizes
            </Tab>
            <Tab id="add" className="panel-tab">
              Add
            </Tab>
            <Tab id="outline" className="panel-tab">
              Outline
            </Tab>
            <Tab id="gallery" className="panel-tab">
              Gallery
            </Tab>
          </TabList>
          <IconButton
            small
            name={isOpen ? "Collapse the panel" : "Expand the panel"}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown /> : <ChevronUp />}
          </IconButton>
        </div>
        <TabPanel id="inspect" className="panel-body">
          <Inspector />
        </TabPanel>
        <TabPanel id="text" className="panel-body">
          <Boundary what="The text panel">
            <Suspense fallback={<p className="empty">Opening the text…</p>}>
              <TextPanel />
            </Suspense>
          </Boundary>
        </TabPanel>
        <TabPanel id="problems" className="panel-body">
          <ProblemsPanel />
        </TabPanel>
        <TabPanel id="sizes" className="panel-body">
          <SizesPanel />
        </TabPanel>
        <TabPanel id="add" className="panel-body sheet-list">
          <AddTab />
        </TabPanel>
        <TabPanel id="outline" className="panel-body sheet-list">
          <OutlineTree />
        </TabPanel>
        <TabPanel id="gallery" className="panel-body sheet-list">
          <GalleryList />
        </TabPanel>
      </Tabs>
    </section>
  );
}
