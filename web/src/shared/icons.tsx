// The few icons the app uses, drawn as lines so that they follow the text's colour. Always decoration:
// the words beside them carry the meaning.
import type { ReactNode } from "react";

const shapes = {
  alert: <path d="M12 8v5m0 3.2v.1M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z" />,
  arrow: <path d="M5 12h14m-6-6 6 6-6 6" />,
  back: <path d="M19 12H5m6 6-6-6 6-6" />,
  baton: <path d="m6.2 20.8 14.6-14.6a2.1 2.1 0 0 0-3-3L3.2 17.8a2.1 2.1 0 0 0 3 3ZM14 7l3 3M6.5 14.5l3 3" />,
  calendar: <path d="M4 7.5A2.5 2.5 0 0 1 6.5 5h11A2.5 2.5 0 0 1 20 7.5v10a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 17.5v-10ZM4 10h16M8 3v4m8-4v4" />,
  chat: <path d="M4 6.5A2.5 2.5 0 0 1 6.5 4h11A2.5 2.5 0 0 1 20 6.5v7a2.5 2.5 0 0 1-2.5 2.5H11l-5 4v-4a2 2 0 0 1-2-2V6.5Z" />,
  check: <path d="m5 12.5 4.5 4.5L19 7.5" />,
  child: <path d="M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-7 9a7 7 0 0 1 14 0" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  down: <path d="m6 9 6 6 6-6" />,
  eye: <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 3a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z" />,
  globe: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3.5 9.5h17m-17 5h17M12 3c-5 5.5-5 12.5 0 18 5-5.5 5-12.5 0-18Z" />,
  goal: <path d="M6 21V4m0 1c4-2.5 7 2 12-.5v9c-5 2.5-8-2-12 .5" />,
  info: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-10v5m0-8.2v.1" />,
  lock: <path d="M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />,
  menu: <path d="M4 7h16M4 12h16M4 17h16" />,
  note: <path d="M6 3.5h8l4.5 4.5v12.5H6zM13.5 3.5V8.5h5M9 13h6m-6 4h4" />,
  people: <path d="M9 11a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 9 11Zm-6.5 8.5a6.5 6.5 0 0 1 13 0M16.5 11a2.7 2.7 0 1 0-1-5.2m2.5 8.2a5.5 5.5 0 0 1 4 5.5" />,
  pen: <path d="m4 20 1-4.5L16.5 4l3.5 3.5L8.5 19 4 20Z" />,
  phone: <path d="M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 6 6l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4.5 5.5a2 2 0 0 1 2-2Z" />,
  plus: <path d="M12 5v14M5 12h14" />,
  print: <path d="M7 9V3.5h10V9M7 17H4.5V9h15v8H17M7 14h10v6.5H7z" />,
  redo: <path d="m15.5 5 4.5 4.5-4.5 4.5M19.5 9.5H10a5.5 5.5 0 0 0 0 11h5" />,
  split: <path d="M12 21v-7m0 0c0-4-6-3-6-10m6 10c0-4 6-3 6-10" />,
  undo: <path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5.5 5.5 0 0 1 0 11H9" />,
  up: <path d="m6 15 6-6 6 6" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className="sv-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}

/// The mark of Samvei: two paths that become one.
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--sv-deep)" />
      <g fill="none" strokeWidth="3.4" strokeLinecap="round">
        <path d="M8 26C8 18 16 18 16 11V6" stroke="#fff" />
        <path d="M24 26C24 18 16 18 16 11" stroke="#f4b183" />
      </g>
    </svg>
  );
}
