// A page that cannot be shown says so, instead of leaving nothing on the screen: its program could not be
// fetched (the server is gone, or was renewed while the app was open), or it has a fault of its own. Trying
// again loads the app anew once the server answers; a browser does not fetch a failed program twice.
import { Component, type ReactNode } from "react";
import { Problem } from "../api/client.ts";
import { ProblemPage } from "../shared/loading.tsx";

interface Props {
  /// Another path is another page: what failed before says nothing about it.
  path: string;
  children: ReactNode;
}

interface State {
  failed: Error | null;
}

async function load_anew(): Promise<void> {
  try {
    await fetch("/health", { cache: "no-store" });
  } catch {
    return; // Still gone; the page stands as it is.
  }
  location.reload();
}

export class PageBoundary extends Component<Props, State> {
  override state: State = { failed: null };

  static getDerivedStateFromError(failed: Error): State {
    return { failed };
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.failed && before.path !== this.props.path) this.setState({ failed: null });
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    const not_fetched = /preload|module/i.test(failed.message);
    const problem = not_fetched ? new Problem(0, { code: "no_connection" }) : new Problem(500, { code: "page_stopped" });
    return <ProblemPage problem={problem} on_retry={() => void load_anew()} />;
  }
}
