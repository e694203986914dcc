import { LayoutGrid } from "lucide-react";
import type { ReactNode } from "react";
import { Button, ListBox, ListBoxItem } from "react-aria-components";
import { PRESETS } from "../../../presets/index.ts";
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
        {PRESETS.map((preset) => (
          <ListBoxItem
            key={preset.name}
            id={preset.name}
            textValue={preset.title}
            className="gallery-row"
          >
            <span>{preset.title}</span>
            <span className="small hint">
              {preset.authors} {preset.year}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      <Button className="button" data-kind="outline" onPress={() => showDialog("gallery")}>
        <LayoutGrid />
        Open the gallery
      </Button>
    </>
  );
}
