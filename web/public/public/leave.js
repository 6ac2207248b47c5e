// "Leave this page quickly": another page takes this one's place at once, and whoever presses Back afterwards is
// sent away from our earlier pages before they are drawn. Escape twice within a second does the same.
// The only thing kept, until the tab is closed or somebody comes here again, is that this tab has left.
// Runs in <head>, so that it is in time.
const left = "left";
const away = "https://www.yr.no/";
let lastEscape = 0;

// Some browsers are told to keep nothing at all: then this page alone is replaced.
function memory() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

function go() {
  document.title = "…";
  document.documentElement.hidden = true;
  document.body?.replaceChildren();
  location.replace(away);
}

function leave(event) {
  event.preventDefault();
  memory()?.setItem(left, "1");
  go();
}

// Came here by Back or Forward after leaving: away again. Came here in any other way: welcome.
const [arrival] = performance.getEntriesByType("navigation");
if (arrival?.type !== "back_forward") memory()?.removeItem(left);
else if (memory()?.getItem(left)) go();
addEventListener("pageshow", (event) => {
  if (event.persisted && memory()?.getItem(left)) go();
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.matches(".sv-leave")) return leave(event);
  // Another language or size of text is the same page: it takes this one's place.
  if (!link.matches('[data-replace], a[href^="/?lang="], a[href^="#"]')) return;
  event.preventDefault();
  location.replace(link.href);
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (event.timeStamp - lastEscape < 1000) leave(event);
  lastEscape = event.timeStamp;
});
