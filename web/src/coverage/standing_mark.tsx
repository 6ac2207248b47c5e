// How something stands, as a sign: six shapes that differ without colour. Decoration; words stand beside it.
import type { ReactNode } from "react";
import type { Standing } from "./coverage.ts";

const shapes: Record<Standing, ReactNode> = {
  none: <path d="M4 8h8" />,
  hole: <path d="m3.5 3.5 9 9m0-9-9 9" />,
  partial: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11Z" fill="currentColor" />
    </>
  ),
  single: <circle cx="8" cy="8" r="3.5" fill="currentColor" />,
  weak: <path d="M8 2.5 14 13H2L8 2.5Zm0 4v3m0 1.7v.1" />,
  covered: <path d="m2.5 8.5 4 4 7-8.5" />,
};

export function StandingMark({ standing }: { standing: Standing }) {
  return (
    <svg className="sv-standing-mark" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      {shapes[standing]}
    </svg>
  );
}
