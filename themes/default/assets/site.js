// Everything on the site works without this file; it adds what only a script can do.

// Where somebody came from stays known on the way to the application: `?utm_source=…` and its like.
const source = [...new URLSearchParams(location.search)]
  .filter(([name]) => /^(utm_\w+|ref|source|src)$/.test(name));
if (source.length) {
  for (const link of document.querySelectorAll("a[data-apply]")) {
    const address = new URL(link.href);
    for (const [name, value] of source) address.searchParams.set(name, value);
    link.href = address;
  }
}

// What Markdown leaves to readers: the box of a task says what the task is.
for (const box of document.querySelectorAll(".prose li > input")) {
  box.ariaLabel = box.parentElement.textContent.trim();
}

// The menu of languages closes with Escape, and when the focus or a click is elsewhere.
for (const menu of document.querySelectorAll("details.languages")) {
  const close = event => {
    if (!menu.contains(event.target)) menu.open = false;
  };
  document.addEventListener("click", close);
  document.addEventListener("focusin", close);
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// Sharing: by the system where it can, by the clipboard where that is allowed.
for (const part of document.querySelectorAll("[data-share-url]")) {
  const { shareTitle: title, shareUrl: url } = part.dataset;
  const share = part.querySelector("[data-share]");
  const copy = part.querySelector("[data-copy]");
  if (navigator.share) {
    share.parentElement.hidden = false;
    share.addEventListener("click", () => navigator.share({ title, url }).catch(() => {}));
  }
  if (navigator.clipboard) {
    copy.parentElement.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(url);
      copy.textContent = copy.dataset.done;
      part.querySelector("[role=status]").textContent = copy.dataset.done;
    });
  }
}
