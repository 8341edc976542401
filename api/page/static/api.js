/** Talk to the web API; whatever goes wrong comes back as a `Problem` in words. */

const LOST = "The assistant cannot be reached.";
const LOST_ADVICE = "Check that it is still running and try again. What you typed is kept.";

/** What went wrong and what to do next; `status` is 0 when there was no answer at all. */
export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Say that the line was lost. */
export function lost() {
  return new Problem(0, `${LOST} ${LOST_ADVICE}`);
}

/**
 * Send a request and read the JSON of the answer.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body] sent as JSON, or a file as it is
 */
export async function call(method, path, body) {
  const response = await open(method, path, body, "application/json");
  if (response.status === 204) return null;
  try {
    return await response.json();
  } catch {
    throw lost();
  }
}

/** Send a request and hand back the answer unread, once it is known to be a good one. */
export async function open(method, path, body, accept) {
  const headers = { Accept: accept };
  const isFile = body instanceof Blob;
  if (body !== undefined) headers["Content-Type"] = isFile ? "application/octet-stream" : "application/json";
  let response;
  try {
    response = await fetch(path, {
      method,
      headers,
      body: body === undefined || isFile ? body : JSON.stringify(body),
    });
  } catch {
    throw lost();
  }
  if (response.status === 401) signIn();
  if (!response.ok) throw await refused(response);
  return response;
}

/** Ask for the token, and come back to the same place. */
function signIn() {
  sessionStorage.setItem("return", location.hash);
  location.assign("/sign-in");
}

async function refused(response) {
  const problem = await response.json().catch(() => ({}));
  return new Problem(
    response.status,
    words(problem) || `The assistant answered with error ${response.status}.`,
  );
}

/** The words of an RFC 9457 problem. */
export function words(problem) {
  return [problem.detail || problem.title, problem.advice].filter(Boolean).join(" ");
}
