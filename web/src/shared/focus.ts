// Where focus goes when what had it is gone: a row that was done away with, a card that went.
const settle_ms = 100;

/// Once the page has settled: if nothing has focus, the element of this id gets it.
export function focus_when_lost(id: string): void {
  setTimeout(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) document.getElementById(id)?.focus();
  }, settle_ms);
}
