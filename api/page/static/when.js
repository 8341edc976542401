/** Dates and times as the reader's own language writes them. */

import { el } from "./dom.js";

const LONG = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A moment, with its machine-readable form. */
export function moment(iso) {
  const date = new Date(iso);
  return el("time", { datetime: iso }, Number.isNaN(date.getTime()) ? iso : LONG.format(date));
}
