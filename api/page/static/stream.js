/** Read server-sent events from the body of an answer as they arrive. */

import { lost } from "./api.js";

const BLANK_LINE = /\r\n\r\n|\n\n|\r\r/;

/**
 * Yield each event; raises `Problem` when the line breaks.
 * @param {Response} response
 * @returns {AsyncGenerator<{name: string, data: any}>}
 */
export async function* events(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read().catch(() => {
      throw lost();
    });
    if (done) return;
    const blocks = (rest + value).split(BLANK_LINE);
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parse(block);
      if (event) yield event;
    }
  }
}

/** One event from its lines; null for a comment, such as a ping. */
export function parse(block) {
  let name = "message";
  const data = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line);
    if (field === "event") name = value ?? "";
    else if (field === "data") data.push(value ?? "");
  }
  return data.length ? { name, data: JSON.parse(data.join("\n")) } : null;
}
