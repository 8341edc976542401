/** Build elements. Text goes in as text nodes only, so nothing that was typed or read is ever taken as HTML. */

/** @typedef {Node|string|number|null|undefined|false|Child[]} Child */

/**
 * Make an element.
 * @param {string} tag
 * @param {Object<string, unknown>} [props] attributes; `on` holds listeners, `true` sets an empty attribute
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (name === "on") {
      for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    } else if (value === true) {
      node.setAttribute(name, "");
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, String(value));
    }
  }
  node.append(...given(children));
  return node;
}

/** Make a button that does something. */
export function button(text, action, props = {}) {
  return el("button", { type: "button", ...props, on: { click: action } }, text);
}

/** A link to a source, when its address is one that a browser may follow; else its address as text. */
export function sourceLink(address, text) {
  if (!/^https?:\/\//.test(address)) return el("span", {}, text);
  return el("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/**
 * Replace what an element holds; the focus, and the place in a text being typed, stay where they were. When
 * what had the focus is gone, the part around it gets it.
 * @param {HTMLElement} root
 * @param {...Child} children
 */
export function refill(root, ...children) {
  const active = document.activeElement;
  const held = root.contains(active);
  const id = held ? active.id : "";
  const place = id && "selectionStart" in active ? [active.selectionStart, active.selectionEnd] : null;
  root.replaceChildren(...given(children));
  if (!held) return;
  const again = document.getElementById(id);
  const next = again && !again.disabled ? again : root.closest(".scroll, dialog");
  next?.focus({ preventScroll: true });
  if (place && next === again) again.setSelectionRange?.(...place);
}

/** Bring an element into view and put the focus on it. */
export function show(node) {
  if (!node) return;
  if (!node.hasAttribute("tabindex") && !node.matches("button, a, input, textarea, select, summary")) {
    node.setAttribute("tabindex", "-1");
  }
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  node.scrollIntoView({ block: "center", inline: "nearest", behavior: calm ? "auto" : "smooth" });
  node.focus({ preventScroll: true });
}

/** Say something to those who listen to the page rather than look at it. */
export function announce(text) {
  document.getElementById("announcer").textContent = text;
}

function given(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
