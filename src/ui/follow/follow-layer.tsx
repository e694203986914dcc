import "./follow.css";
import { memo, type ReactNode, useMemo } from "react";
import { pathText } from "../../draw/path-text.ts";
import { litStrands } from "../../editor/follow/lit-strands.ts";
import type { Followed, FollowedCall } from "../../editor/follow/same-axis.ts";
import { spokenName } from "../../editor/spoken-words.ts";
import type { Scene } from "../../scene/scene.ts";
import { toggleCall } from "../canvas/use-pointing.ts";
import { type Lit, useLit } from "./lit.ts";

/** The halos of the axes that are lit, below the strands. */
export function Halos({ scene }: { readonly scene: Scene }): ReactNode {
  return useLit().map((lit) => <LitPath key={lit.how} className="halo" scene={scene} lit={lit} />);
}

/** Their strands once more, over slabs and whatever is faded. */
export function LitStrands({ scene }: { readonly scene: Scene }): ReactNode {
  return useLit().map((lit) => (
    <LitPath key={lit.how} className="lit-strand" scene={scene} lit={lit} />
  ));
}

const LitPath = memo(function LitPath({
  className,
  scene,
  lit: { how, followed },
}: {
  readonly className: string;
  readonly scene: Scene;
  readonly lit: Lit;
}) {
  const data = useMemo(() => pathOfLit(scene, followed), [scene, followed]);
  return data === "" ? null : <path className={className} data-how={how} d={data} />;
});

const drawn = new WeakMap<Followed, { readonly scene: Scene; readonly data: string }>();

/** All strands of an axis as one path: made once for the halo and for the strands. */
function pathOfLit(scene: Scene, followed: Followed): string {
  const known = drawn.get(followed);
  if (known?.scene === scene) return known.data;
  const data = litStrands(scene, followed).map(pathText).join("");
  drawn.set(followed, { scene, data });
  return data;
}

/** On each closed block that a lit axis goes into, how many operations touch it inside. */
export function FollowChips({ scene }: { readonly scene: Scene }): ReactNode {
  return useLit().map(({ how, followed }) => (
    <Chips key={how} how={how} scene={scene} closed={followed.closed} />
  ));
}

const Chips = memo(function Chips({
  how,
  scene,
  closed,
}: {
  readonly how: Lit["how"];
  readonly scene: Scene;
  readonly closed: ReadonlyMap<string, FollowedCall>;
}) {
  if (closed.size === 0) return null;
  return scene.nodes.map((node) => {
    const call = closed.get(node.id);
    if (call === undefined || call.uses === 0) return null;
    const { x, y, width } = node.bounds;
    return (
      <button
        key={node.id}
        type="button"
        tabIndex={-1}
        className="follow-inside"
        data-how={how}
        style={{ left: x + width, top: y }}
        aria-label={`${call.uses} inside ${node.title} as ${call.axes.map(spokenName).join(" and ")}, open it`}
        onClick={(event) => {
          event.stopPropagation();
          if (node.foldable) toggleCall(node);
        }}
      >
        {call.uses} inside
      </button>
    );
  });
});
