import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useFrame } from "./frame-store.ts";

/** At most one sentence under the top bar, with what can be done about it. */
export function BannerBar(): ReactNode {
  const banner = useFrame((frame) => frame.banner);
  if (banner === undefined) return null;
  return (
    <div className="banner" role="alert" data-kind={banner.kind}>
      <TriangleAlert aria-hidden="true" />
      <p>{banner.says}</p>
      {banner.actions.map((action) => (
        <button
          key={action.title}
          type="button"
          className="button"
          data-kind="outline"
          data-small="true"
          onClick={action.run}
        >
          {action.title}
        </button>
      ))}
    </div>
  );
}
