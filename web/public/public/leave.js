// "Leave this page quickly": replaces this page in the history, so that Back does not lead here again.
// Escape twice within a second does the same. Moving about on the page replaces it too.
const leave = document.querySelector(".sv-leave");
let lastEscape = 0;

function go(event) {
  event.preventDefault();
  document.title = "…";
  document.body.replaceChildren();
  location.replace(leave.href);
}

leave.addEventListener("click", go);
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="/?lang="], a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  location.replace(link.href);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (event.timeStamp - lastEscape < 1000) go(event);
  lastEscape = event.timeStamp;
});
