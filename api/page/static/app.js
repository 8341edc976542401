/** Start the page: read the kinds and the conversations, and open what the address names. */

import { call } from "./api.js";
import "./conversation.js";
import { forgetArrived, propose, restore } from "./composer.js";
import "./conversations.js";
import { tried } from "./edits.js";
import "./guidance.js";
import { tellModel } from "./model.js";
import { listConversations, named, openConversation } from "./session.js";
import { changed, state } from "./state.js";
import "./trouble.js";

async function start() {
  restore();
  const back = sessionStorage.getItem("return");
  sessionStorage.removeItem("return");
  if (back && !location.hash) history.replaceState(null, "", back);
  changed("conversation", "brief", "draft", "list");
  await tried(async () => {
    const [kinds] = await Promise.all([call("GET", "/api/kinds"), listConversations(), tellModel()]);
    state.kinds = kinds.items;
  });
  const { id, draft } = named();
  if (id) await openConversation(id, draft);
  forgetArrived();
  changed("draft");
}

for (const example of document.querySelectorAll(".example")) {
  example.addEventListener("click", () => propose(example.textContent));
}
addEventListener("hashchange", () => {
  const { id, draft } = named();
  if (id !== state.id) openConversation(id, draft);
});
start();
