import { memo } from "react";
import type { Scene } from "../../scene/scene.ts";
import { Marks } from "../canvas/marks.tsx";
import { Arrays, Strands } from "../canvas/picture.tsx";

/** The picture as it would be, in ink. */
export const Preview = memo(function Preview({ scene }: { readonly scene: Scene }) {
  return (
    <g className="preview">
      <Marks marks={scene.plates} />
      <Strands scene={scene} />
      <Arrays scene={scene} />
      {scene.nodes.map((node) => (
        <Marks key={node.id} marks={node.marks} />
      ))}
      <g className="dashes">
        <Marks marks={scene.dashes} />
      </g>
      <g className="labels">
        <Marks marks={scene.labels} />
      </g>
    </g>
  );
});
