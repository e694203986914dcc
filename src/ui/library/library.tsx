import "./library.css";
import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { AddTab } from "../adding/add-tab.tsx";
import { type LibraryTab, useFrame } from "../frame-store.ts";
import { GalleryList } from "./gallery-list.tsx";
import { OutlineTree } from "./outline-tree.tsx";

/** What the diagram is made of, and what can be opened instead. */
export function Library(): ReactNode {
  const tab = useFrame((frame) => frame.libraryTab);
  const showLibrary = useFrame((frame) => frame.showLibrary);
  return (
    <nav id="library" className="library" aria-label="Library">
      <Tabs
        className="library-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => showLibrary(key as LibraryTab)}
      >
        <TabList className="segments" aria-label="Library">
          <Tab id="add" className="segment">
            Add
          </Tab>
          <Tab id="outline" className="segment">
            Outline
          </Tab>
          <Tab id="gallery" className="segment">
            Gallery
          </Tab>
        </TabList>
        <TabPanel id="add" className="library-body">
          <AddTab />
        </TabPanel>
        <TabPanel id="outline" className="library-body">
          <OutlineTree />
        </TabPanel>
        <TabPanel id="gallery" className="library-body">
          <GalleryList />
        </TabPanel>
      </Tabs>
    </nav>
  );
}
