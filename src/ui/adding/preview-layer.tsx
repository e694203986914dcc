import { type ReactNode, useLayoutEffect, useRef } from "react";
import { pathText } from "../../draw/path-text.ts";
import type { SceneNode } from "../../scene/scene.ts";
import { GlyphDefinitions, Marks } from "../canvas/marks.tsx";
import { handlesOf } from "./handles.ts";
import { isMoved, type Preview, usePreview } from "./previewing.ts";
import { useWiring } from "./wiring-store.ts";

/** The picture as it would be, in the place of the one that is: in ink, and what moves in blue. */
export function PreviewLayer(): ReactNode {
  const preview = usePreview((state) => state.preview);
  return preview === undefined ? null : <Picture preview={preview} />;
}

function Picture({ preview }: { readonly preview: Preview }): ReactNode {
  const { scene, shift } = preview;
  const place = useRef<SVGSVGElement>(null);
  useLayoutEffect(() => {
    const canvas = place.current?.closest(".canvas");
    canvas?.toggleAttribute("data-previewing", true);
    return () => void canvas?.toggleAttribute("data-previewing", false);
  }, []);
  const moved = scene.bundles.filter((bundle) => isMoved(preview, bundle));
  const rest = scene.bundles.filter((bundle) => !isMoved(preview, bundle));
  const slabs = scene.nodes.flatMap((node) => node.marks);
  const marks = [...scene.plates, ...slabs, ...scene.labels];
  const data = moved
    .flatMap((bundle) => bundle.strands.flatMap((strand) => strand.points))
    .map((mark) => ("path" in mark ? pathText(mark.path) : ""));
  return (
    <svg ref={place} className="overlay preview" width="1" height="1" aria-hidden="true">
      <g transform={`translate(${shift.x} ${shift.y})`}>
        <GlyphDefinitions marks={marks} />
        <Marks marks={scene.plates} />
        {rest.map((bundle, at) => (
          <Marks
            // biome-ignore lint/suspicious/noArrayIndexKey: bundles have no identity but their order
            key={at}
            marks={bundle.strands.flatMap((strand) => strand.points)}
          />
        ))}
        <Marks marks={slabs} />
        <Marks marks={scene.dashes} />
        <Marks marks={scene.labels} />
        <path className="moved" d={data.join("")} />
        <Pills preview={preview} />
      </g>
    </svg>
  );
}

/** The other places that fit, where they would be, and the one in question. */
function Pills({ preview: { ports, at } }: { readonly preview: Preview }): ReactNode {
  const outcomes = useWiring((state) => state.outcomes);
  const fitting = [...ports].filter(([key]) => outcomes.get(key)?.why === undefined);
  const isHere = ({ node, port }: NonNullable<Preview["at"]>): boolean =>
    node === at?.node && port === at.port;
  return fitting.map(([key, place]) =>
    outcomes.has(key) ? (
      <Pill key={key} node={place.node} port={place.port} isHere={isHere(place)} />
    ) : null,
  );
}

const WIDTH = 7;

function Pill({
  node,
  port,
  isHere,
}: {
  readonly node: SceneNode;
  readonly port: number;
  readonly isHere: boolean;
}): ReactNode {
  const handle = handlesOf(node).find(({ at }) => at === port);
  if (handle === undefined) return null;
  const { box } = handle;
  return (
    <rect
      className="preview-pill"
      data-here={isHere || undefined}
      x={node.bounds.x + box.x + box.width / 2 - WIDTH / 2}
      y={node.bounds.y + box.y}
      width={WIDTH}
      height={box.height}
      rx="3.5"
    />
  );
}
