/** Take a draft along: as a Markdown file, or on the clipboard. */

import { open } from "./api.js";
import { announce, button, el } from "./dom.js";
import { tried } from "./edits.js";

/** A link that saves a version as a file. */
export function exportLink(draft) {
  return el(
    "a",
    { class: "button", href: address(draft), download: `${draft.kind}-v${draft.version}.md` },
    "Export Markdown",
  );
}

/** A button that copies a version. */
export function copyMarkdown(draft) {
  const node = button(
    "Copy",
    async () => {
      const copied = await tried(() => copy(draft));
      const again = document.getElementById("copy");
      if (copied && again) again.textContent = "Copied";
    },
    { id: "copy" },
  );
  return node;
}

async function copy(draft) {
  const response = await open("GET", address(draft), undefined, "text/markdown");
  const text = await response.text();
  if (!navigator.clipboard)
    throw new Error("This browser does not let a page copy here. Use Export Markdown.");
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    throw new Error("The browser did not allow copying. Use Export Markdown.");
  }
  announce("Copied as Markdown.");
}

function address({ id, version }) {
  return `/api/drafts/${encodeURIComponent(id)}/export?format=md&version=${version}`;
}
