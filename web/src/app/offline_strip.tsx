// Says that the device has lost its connection, and that nothing typed is lost.
import { useSyncExternalStore } from "react";
import { Icon } from "../shared/icons.tsx";
import { use_words } from "../words/use_words.ts";

function listen(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

export function OfflineStrip() {
  const { t } = use_words();
  const online = useSyncExternalStore(listen, () => navigator.onLine);
  return (
    <div role="status" aria-live="polite">
      {online ? null : (
        <p className="sv-offline">
          <Icon name="alert" /> {t("frame.offline")}
        </p>
      )}
    </div>
  );
}
