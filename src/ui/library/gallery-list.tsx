import { LayoutGrid } from "lucide-react";
import type { ReactNode } from "react";
import { Button, Header, ListBox, ListBoxItem, ListBoxSection } from "react-aria-components";
import { PRESET_GROUPS, PRESETS, type Preset } from "../../../presets/index.ts";
import { useFrame } from "../frame-store.ts";
import { openPreset } from "../open-preset.ts";

/** The presets as a short list; the whole gallery opens full screen. */
export function GalleryList(): ReactNode {
  const showDialog = useFrame((frame) => frame.showDialog);
  return (
    <>
      <ListBox
        className="gallery-list"
        aria-label="Architectures"
        onAction={(key) => void openPreset(String(key))}
      >
        {PRESET_GROUPS.map((group) => (
          <ListBoxSection key={group}>
            <Header className="label">{group}</Header>
            {PRESETS.filter((preset) => preset.group === group).map(presetRow)}
          </ListBoxSection>
        ))}
      </ListBox>
      <Button className="button" data-kind="outline" onPress={() => showDialog("gallery")}>
        <LayoutGrid />
        Open the gallery
      </Button>
    </>
  );
}

function presetRow({ name, title, authors, year }: Preset): ReactNode {
  return (
    <ListBoxItem key={name} id={name} textValue={title} className="gallery-row">
      <span>{title}</span>
      <span className="small hint">
        {authors} {year}
      </span>
    </ListBoxItem>
  );
}
