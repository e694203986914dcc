import { createRoot } from "react-dom/client";
import { App } from "./ui/app.tsx";
import { openAskedScreen, openFirst } from "./ui/start.ts";

const root = document.getElementById("app");
if (root === null) throw new RangeError("The page has no element with the id `app`.");
createRoot(root).render(<App />);
void openFirst().then(openAskedScreen);
