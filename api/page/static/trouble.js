/** What went wrong, in words, where every part of the page can be seen beside it. */

import { onChange, state } from "./state.js";

const box = document.getElementById("problem");
const text = document.getElementById("problem-text");

onChange(["conversation"], () => {
  box.hidden = !state.problem;
  text.textContent = state.problem?.message ?? "";
});

document.getElementById("problem-close").addEventListener("click", () => {
  state.problem = null;
  box.hidden = true;
  text.textContent = "";
  document.getElementById("message").focus();
});
