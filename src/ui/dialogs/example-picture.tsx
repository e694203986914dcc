import { type ReactNode, useMemo } from "react";
import { derive } from "../../editor/pipeline.ts";
import { StillPicture } from "../canvas/picture.tsx";

/** More than this would make the glyphs too small to tell apart. */
const WIDEST = 900;

/** The picture that a text is, as on the canvas. */
export function ExamplePicture({
  text,
  title,
}: {
  readonly text: string;
  readonly title: string;
}): ReactNode {
  const scene = useMemo(() => derive(text).scene, [text]);
  return (
    <div className="help-picture">
      <StillPicture scene={scene} title={title} widest={WIDEST} />
    </div>
  );
}
