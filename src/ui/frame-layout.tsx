import { type ReactNode, useEffect, useRef } from "react";
import {
  Group,
  type PanelImperativeHandle,
  type PanelProps,
  Panel as Part,
  Separator,
} from "react-resizable-panels";
import { Boundary } from "./boundary.tsx";
import { Canvas } from "./canvas/canvas.tsx";
import { type FramePart, useFrame } from "./frame-store.ts";
import { Inspector } from "./inspector/inspector.tsx";
import { Library } from "./library/library.tsx";
import { NoticeBar } from "./notice.tsx";
import { Panel } from "./panel/panel.tsx";
import { Sheet } from "./sheet.tsx";
import { useEditor } from "./store.ts";
import { usePreview } from "./structure/preview.ts";
import { useFrameWidth } from "./use-frame-width.ts";

/** Library, canvas with the panel below, inspector; on narrow screens a canvas with a sheet. */
export function FrameLayout(): ReactNode {
  const width = useFrameWidth();
  const isNarrow = width === "narrow" || width === "telephone";
  return (
    <main className="frame" data-narrow={isNarrow || undefined}>
      {isNarrow ? <NarrowFrame /> : <WideFrame width={width} />}
    </main>
  );
}

const SIZES = {
  medium: { library: 208, inspector: 264, panel: 200 },
  wide: { library: 232, inspector: 296, panel: 232 },
  widest: { library: 248, inspector: 320, panel: 264 },
} as const;

function WideFrame({ width }: { readonly width: keyof typeof SIZES }): ReactNode {
  const sizes = SIZES[width];
  const library = useFolding("library");
  const inspector = useFolding("inspector");
  const panel = useFolding("panel");
  return (
    <Group orientation="horizontal" key={width}>
      <Part
        id="library-part"
        className="part chrome"
        defaultSize={sizes.library}
        minSize={200}
        maxSize={320}
        groupResizeBehavior="preserve-pixel-size"
        {...library.props}
      >
        <div className="part-body" inert={library.isFolded}>
          <Library />
        </div>
      </Part>
      <Separator className="separator" aria-label="Width of the library" />
      <Part id="middle-part" minSize={320}>
        <Group orientation="vertical">
          <Part id="canvas-part" minSize={120}>
            <DiagramPart />
          </Part>
          <Separator className="separator" aria-label="Height of the panel" />
          <Part
            id="panel-part"
            className="part chrome"
            defaultSize={sizes.panel}
            minSize={100}
            collapsedSize={PANEL_STRIP}
            groupResizeBehavior="preserve-pixel-size"
            {...panel.props}
          >
            <Panel />
          </Part>
        </Group>
      </Part>
      <Separator className="separator" aria-label="Width of the inspector" />
      <Part
        id="inspector-part"
        className="part chrome"
        defaultSize={sizes.inspector}
        minSize={240}
        maxSize={400}
        groupResizeBehavior="preserve-pixel-size"
        {...inspector.props}
      >
        <div className="part-body" inert={inspector.isFolded}>
          <Inspector />
        </div>
      </Part>
    </Group>
  );
}

/** Height of the panel when only its tabs are left. */
const PANEL_STRIP = 37;

/** Keeps a part folded as the store says, and tells the store when its separator folds it. */
function useFolding(part: FramePart): {
  readonly isFolded: boolean;
  readonly props: Pick<PanelProps, "collapsible" | "panelRef" | "onResize">;
} {
  const panelRef = useRef<PanelImperativeHandle>(null);
  const isFolded = useFrame((frame) => frame.folded.has(part));
  useEffect(() => {
    const panel = panelRef.current;
    if (panel === null || panel.isCollapsed() === isFolded) return;
    if (isFolded) panel.collapse();
    else panel.expand();
  }, [isFolded]);
  const onResize = (): void => {
    const panel = panelRef.current;
    if (panel !== null) useFrame.getState().fold(part, panel.isCollapsed());
  };
  return { isFolded, props: { collapsible: true, panelRef, onResize } };
}

function NarrowFrame(): ReactNode {
  return (
    <>
      <DiagramPart />
      <Sheet />
    </>
  );
}

function DiagramPart(): ReactNode {
  const reading = useEditor((state) => state.reading);
  const preview = usePreview((state) => state.reading);
  return (
    <section className="diagram-part" aria-label="Diagram">
      <Boundary what="The canvas">
        {reading === undefined ? <Opening /> : <Canvas reading={preview ?? reading} />}
      </Boundary>
      <NoticeBar />
    </section>
  );
}

function Opening(): ReactNode {
  const failure = useEditor((state) => state.failure);
  return (
    <p className="empty">
      {failure === undefined ? "" : "The picture could not be made. The text is safe below."}
    </p>
  );
}
