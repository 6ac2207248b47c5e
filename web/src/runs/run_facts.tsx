// Questions about a pathway with what is known of each, and the way to change it: the recorded days, and the answers
// that change its steps.
import { Button } from "@digdir/designsystemet-react";
import { useState, type ReactNode } from "react";

interface Fact {
  id: string;
  question: string;
}

/// Whether the window of a fact is open; it stays where it is when it closes, so that what was typed does too.
export interface FactWindow {
  open: boolean;
  on_close: () => void;
}

interface Props<One extends Fact> {
  title: string;
  facts: One[];
  leads: boolean;
  /// What is known of it.
  known: (fact: One) => ReactNode;
  /// What the button says that changes it.
  change: (fact: One) => string;
  window_of: (fact: One, window: FactWindow) => ReactNode;
}

export function RunFacts<One extends Fact>({ title, facts, leads, known, change, window_of }: Props<One>) {
  const [chosen, set_chosen] = useState<{ fact: One; open: boolean } | null>(null);
  if (facts.length === 0) return null;
  return (
    <div className="sv-stack sv-stack--small">
      <h3>{title}</h3>
      <ul className="sv-list sv-list--lined">
        {facts.map((fact) => (
          <li key={fact.id} className="sv-run-fact">
            <div>{known(fact)}</div>
            {leads ? (
              <Button variant="secondary" data-size="sm" onClick={() => set_chosen({ fact, open: true })}>
                {change(fact)}
                <span className="sv-only-heard">: {fact.question}</span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {chosen ? window_of(chosen.fact, { open: chosen.open, on_close: () => set_chosen({ ...chosen, open: false }) }) : null}
    </div>
  );
}
