import "./styles/layers.css";
import "@digdir/designsystemet-css";
import "./styles/theme.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/text.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./shared/elements.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { SessionProvider } from "./session/session.tsx";
import { Toasts } from "./shared/toasts.tsx";
import { begin_words } from "./words/languages.ts";

const place = document.getElementById("app");
if (!place) throw new Error("index.html has no #app");
await begin_words();
createRoot(place).render(
  <StrictMode>
    <SessionProvider>
      <Toasts>
        <App />
      </Toasts>
    </SessionProvider>
  </StrictMode>,
);
