// The picture beside the login: several paths that find each other and go on as one.
export function JoiningPaths() {
  return (
    <svg className="sv-paths" viewBox="0 0 600 900" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false">
      <g fill="none" strokeLinecap="round">
        <path className="sv-paths__far" d="M-40 900C60 700 240 690 292 520S300 250 300 -40" />
        <path className="sv-paths__far" d="M640 820C560 660 380 680 318 520S300 250 300 -40" />
        <path className="sv-paths__near" d="M90 960C110 760 270 720 300 540S300 240 300 -40" />
        <path className="sv-paths__warm" d="M520 960C500 760 330 720 300 560" />
        <path className="sv-paths__dots" d="M300 520V-20" />
      </g>
    </svg>
  );
}
