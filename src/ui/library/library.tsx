import "./library.css";
import type { ReactNode } from "react";
import { Tabs } from "react-aria-components";
import { type LibraryTab, useFrame } from "../frame-store.ts";
import { TabBody, TabHeads } from "../part-tabs.tsx";

const TABS: readonly LibraryTab[] = ["add", "outline", "gallery"];

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
        <TabHeads name="Library" tabs={TABS} look="segments" />
        {TABS.map((name) => (
          <TabBody key={name} tab={name} className="library-body" />
        ))}
      </Tabs>
    </nav>
  );
}
