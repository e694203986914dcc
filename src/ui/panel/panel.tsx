import "./panel.css";
import { ChevronDown, ChevronUp } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import { chordLabel } from "../../browser/platform.ts";
import { Boundary } from "../boundary.tsx";
import { COMMANDS } from "../commands.ts";
import { type PanelTab, useFrame } from "../frame-store.ts";
import { IconButton } from "../icon-button.tsx";
import { useEditor, useProblemCount } from "../store.ts";
import { ProblemCount } from "./problem-count.tsx";
import { ProblemsPanel } from "./problems-panel.tsx";
import { SizesPanel } from "./sizes-panel.tsx";

const TextPanel = lazy(async () => ({ default: (await import("./text-panel.tsx")).TextPanel }));

/** Text, problems and sizes, below the canvas. */
export function Panel(): ReactNode {
  const tab = useFrame((frame) => frame.panelTab);
  const showPanel = useFrame((frame) => frame.showPanel);
  const isFolded = useFrame((frame) => frame.folded.has("panel"));
  const folded = isFolded ? { style: { display: "none" } } : {};
  return (
    <section id="panel" className="panel" aria-label="Panel">
      <Tabs
        className="panel-tabs"
        selectedKey={tab}
        onSelectionChange={(key) => {
          showPanel(key as PanelTab);
          useFrame.getState().fold("panel", false);
        }}
      >
        <div className="panel-strip">
          <TabList aria-label="Panel" className="panel-tab-list">
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
          </TabList>
          <div className="panel-end">
            <StateLine />
            <FoldButton />
          </div>
        </div>
        <TabPanel
          id="text"
          className="panel-body"
          {...folded}
          shouldForceMount
          data-hidden={tab !== "text" || undefined}
        >
          <Boundary what="The text panel">
            <Suspense fallback={<p className="empty">Opening the text…</p>}>
              <TextPanel />
            </Suspense>
          </Boundary>
        </TabPanel>
        <TabPanel id="problems" className="panel-body" {...folded}>
          <ProblemsPanel />
        </TabPanel>
        <TabPanel id="sizes" className="panel-body" {...folded}>
          <SizesPanel />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function FoldButton(): ReactNode {
  const isFolded = useFrame((frame) => frame.folded.has("panel"));
  const name = isFolded ? "Show the panel" : "Fold the panel";
  return (
    <IconButton small name={name} keys={chordLabel("Mod-J")} onPress={COMMANDS.panel.run}>
      {isFolded ? <ChevronUp /> : <ChevronDown />}
    </IconButton>
  );
}

/** One line on how text and picture stand to each other. */
function StateLine(): ReactNode {
  const failure = useEditor((state) => state.failure);
  const problems = useProblemCount();
  if (failure !== undefined) {
    return <p className="state-line warn">The picture is older than the text.</p>;
  }
  return <p className="state-line">{problems > 0 ? "Everything else is drawn and checked" : ""}</p>;
}
