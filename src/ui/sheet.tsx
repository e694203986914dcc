import { ChevronDown, ChevronUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Tabs } from "react-aria-components";
import { IconButton } from "./icon-button.tsx";
import { TabBody, TabHeads, type TabName } from "./part-tabs.tsx";

const PANELS: readonly TabName[] = ["inspect", "text", "problems", "sizes"];
const LISTS: readonly TabName[] = ["add", "outline", "gallery"];

/** On narrow screens everything beside the canvas stands in a sheet at the bottom. */
export function Sheet(): ReactNode {
  const [isOpen, setOpen] = useState(true);
  return (
    <section id="panel" className="sheet" aria-label="Panel" data-open={isOpen || undefined}>
      <Tabs className="panel-tabs" onSelectionChange={() => setOpen(true)}>
        <div className="panel-strip">
          <TabHeads name="Panel" tabs={[...PANELS, ...LISTS]} look="line" />
          <IconButton
            small
            name={isOpen ? "Collapse the panel" : "Expand the panel"}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown /> : <ChevronUp />}
          </IconButton>
        </div>
        {PANELS.map((tab) => (
          <TabBody key={tab} tab={tab} className="panel-body" />
        ))}
        {LISTS.map((tab) => (
          <TabBody key={tab} tab={tab} className="panel-body sheet-list" />
        ))}
      </Tabs>
    </section>
  );
}
