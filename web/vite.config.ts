import { defineConfig } from "vite";
import react from "@vitejs/plugin-react";

// Two entries: the app, and the stylesheet of the public pages (dist/public/public.css, a name that
// never changes). Nothing is inlined as data: the content security policy allows fonts only from 'self'.
export default defineConfig({
  base: "/app/",
  plugins: [react()],
  build: {
    outDir: "dist",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { app: "index.html", public: "public_pages/public.css" },
      // The package does not say so, but its components do nothing until they are used: those that are not
      // (comboboxes, suggestions, tables) are left out, a third of the script.
      treeshake: { moduleSideEffects: [{ test: /designsystemet-react/, sideEffects: false }] },
      output: {
        assetFileNames: (asset) =>
          asset.names.includes("public.css") ? "public/public.css" : "assets/[name]-[hash][extname]",
      },
    },
  },
  server: { port: 5173, proxy: { "/v1": process.env["SAMVEI_API"] ?? "http://127.0.0.1:8080" } },
});
