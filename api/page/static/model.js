/** Say where text goes: which language model reads it, at which host, and how much this conversation sent. */

import { call } from "./api.js";
import { onChange, state } from "./state.js";

const place = document.getElementById("model");
let told = "";

onChange(["conversation"], draw);

/** Ask once which model there is. */
export async function tellModel() {
  const { model, host } = await call("GET", "/api/model");
  told = model
    ? `What you write, the brief and passages of guidance go to the language model ${model} at ${host}.`
    : "No language model is used: what you write stays on the assistant's machine.";
  draw();
}

/** How many tokens a turn or a conversation cost; nothing when no model was asked. */
export function cost({ tokens_in: read, tokens_out: written }) {
  if (!read && !written) return "";
  return `${read.toLocaleString("en")} tokens in, ${written.toLocaleString("en")} out`;
}

function draw() {
  const sum = cost(state.tokens);
  place.textContent = told && sum ? `${told} This conversation so far: ${sum}.` : told;
}
