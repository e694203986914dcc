import "./panel.css";
import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { Tabs } from "react-aria-components";
import { chordLabel } from "../../browser/platform.ts";
import { COMMANDS } from "../commands.ts";
import { type PanelTab, useFrame } from "../frame-store.ts";
import { IconButton } from "../icon-button.tsx";
import { TabBody, TabHeads } from "../part-tabs.tsx";
import { useEditor, useProblemCount } from "../store.ts";

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
          <TabHeads name="Panel" tabs={["text", "problems", "sizes"]} look="line" />
          <div className="panel-end">
            <StateLine />
            <FoldButton />
          </div>
        </div>
        <TabBody
          tab="text"
          className="panel-body"
          {...folded}
          shouldForceMount
          data-hidden={tab !== "text" || undefined}
        />
        <TabBody tab="problems" className="panel-body" {...folded} />
        <TabBody tab="sizes" className="panel-body" {...folded} />
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
