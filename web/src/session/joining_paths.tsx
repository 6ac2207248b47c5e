// The picture beside the login: several paths that find each other and go on as one.
export function JoiningPaths() {
  return (
    <svg className="sv-paths" viewBox="0 0 600 900" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
      <g fill="none" strokeLinecap="round">
        <path className="sv-paths__far" d="M-40 860C120 760 330 720 398 560" />
        <path className="sv-paths__far" d="M660 760C620 650 470 640 412 520" />
        <path className="sv-paths__warm" d="M590 960C580 800 420 760 400 600" />
        <path className="sv-paths__near" d="M150 960C170 790 370 760 398 590S430 330 420 180S400 40 404 -40" />
      </g>
    </svg>
  );
}
