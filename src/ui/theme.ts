import { useEffect, useSyncExternalStore } from "react";
import { useFrame } from "./frame-store.ts";

const DARK = "(prefers-color-scheme: dark)";

function subscribe(changed: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** The theme in effect: the user's choice, else the system's. */
export function useResolvedTheme(): "light" | "dark" {
  const choice = useFrame((frame) => frame.theme);
  const systemIsDark = useSyncExternalStore(subscribe, () => matchMedia(DARK).matches);
  if (choice !== "system") return choice;
  return systemIsDark ? "dark" : "light";
}

/** Puts the theme on the page. */
export function useThemeOnPage(): void {
  const theme = useResolvedTheme();
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}
