import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { textured } from "../../draw/textured.ts";
import { type ThemeName, themeOf } from "../../draw/theme.ts";
import { derive } from "../../editor/pipeline.ts";
import type { Specimen, SpecimenExample } from "../../editor/specimens/specimens.ts";
import type { Scene } from "../../scene/scene.ts";
import { paperStyle } from "../canvas/paper-style.ts";
import { StillPicture } from "../canvas/picture.tsx";

/** One sign: its name, what it means, and each variant in the themes. */
export const SpecimenCard = memo(function SpecimenCard({
  specimen: { name, meaning, examples },
  themes,
}: {
  readonly specimen: Specimen;
  readonly themes: readonly ThemeName[];
}): ReactNode {
  const card = useRef<HTMLLIElement>(null);
  const isSeen = useSeen(card);
  return (
    <li ref={card} className="specimen" data-drawn={isSeen || undefined}>
      <h4>{name}</h4>
      <p className="hint">{meaning}</p>
      {examples.map((example) => (
        <Example key={example.text} example={example} name={name} isSeen={isSeen} themes={themes} />
      ))}
    </li>
  );
});

function Example({
  example,
  name,
  isSeen,
  themes,
}: {
  readonly example: SpecimenExample;
  readonly name: string;
  readonly isSeen: boolean;
  readonly themes: readonly ThemeName[];
}): ReactNode {
  const scene = useMemo(() => (isSeen ? derive(example.text).scene : undefined), [example, isSeen]);
  return (
    <>
      <div className="specimen-pictures">
        {themes.map((theme) => (
          <div key={theme} className="specimen-picture" style={onPaper(theme)}>
            {scene !== undefined && (
              <StillPicture
                scene={sceneIn(theme, scene)}
                title={`${name}, ${theme}: ${example.line}`}
                widest={Number.POSITIVE_INFINITY}
              />
            )}
          </div>
        ))}
      </div>
      <code className="mono specimen-line">{example.line}</code>
    </>
  );
}

function onPaper(theme: ThemeName): Record<string, unknown> {
  const { paper, ink } = themeOf(theme);
  return { ...paperStyle(theme), background: paper, color: ink };
}

function sceneIn(name: ThemeName, scene: Scene): Scene {
  const theme = themeOf(name);
  if (theme.textures === undefined) return scene;
  return {
    ...scene,
    plates: textured(scene.plates, theme),
    nodes: scene.nodes.map((node) => ({ ...node, marks: textured(node.marks, theme) })),
    labels: textured(scene.labels, theme),
  };
}

/** Becomes true when the element comes near the screen: hundreds of pictures are drawn as they are needed. */
function useSeen(element: RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setSeen(true);
        observer.disconnect();
      },
      { rootMargin: "400px" },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return isSeen;
}
