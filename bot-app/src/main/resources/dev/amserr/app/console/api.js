// The bot's HTTP API: JSON in, JSON out, problems as errors with a sentence.

const TOKEN = 'amserr.token';
const reader = {
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone ?? '',
  locale: navigator.language,
};
let askForToken = async () => null;

/** A request that was not answered as asked; the message is fit for a reader. */
export class Problem extends Error {
  constructor(status, message, requestId) {
    super(message);
    this.status = status;
    this.requestId = requestId;
  }
}

/** Says what to do when the bot wants a token: a function that resolves to it, or to null. */
export function onTokenNeeded(ask) {
  askForToken = ask;
}

export const runCommand = (text) => post('/api/v1/commands', { text, ...reader });
export const useAction = (id, chosen) => post('/api/v1/actions', { id, chosen, ...reader });
export const complete = (text, signal) =>
  post('/api/v1/completions', { text, ...reader }, { signal, quietly: true });
export const listCommands = () => get('/api/v1/commands');
export const listPanels = () =>
  get(`/api/v1/panels?zone=${encodeURIComponent(reader.zone)}`, { quietly: true });
export const digestRun = (run, options) =>
  get(`/api/v1/digests/runs/${encodeURIComponent(run)}?zone=${encodeURIComponent(reader.zone)}`,
    options);
export const listSeries = (most) =>
  get(`/api/v1/series?window=24h&hourly=true&limit=${most}`, { quietly: true });
export const readSeries = (id, window) => get(`/api/v1/series/${id}?window=${window}`);
export const onCall = (team) => get(`/api/v1/oncall/${encodeURIComponent(team)}`);
export const readiness = () => call('/readyz', {}, { accepted: [503], quietly: true });

/** Decodes a text: in the URL where it fits, so that it can be cached and repeated. */
export function decode(text, signal, system) {
  const query = encodeURIComponent(text);
  const pin = system ? `&system=${encodeURIComponent(system)}` : '';
  return query.length < 4000
    ? get(`/api/v1/decode?q=${query}${pin}`, { signal })
    : post('/api/v1/decode', { q: text, system }, { signal });
}

function get(path, options) {
  return call(path, {}, options);
}

function post(path, body, options) {
  return call(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }, options);
}

async function call(path, init, { signal, quietly = false, accepted = [] } = {}) {
  const response = await send(path, init, signal);
  if (response.status === 401 && !quietly) {
    const token = await askForToken();
    if (token) {
      sessionStorage.setItem(TOKEN, token);
      return read(await send(path, init, signal), accepted);
    }
  }
  return read(response, accepted);
}

async function send(path, init, signal) {
  const token = sessionStorage.getItem(TOKEN);
  const headers = { ...init.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) };
  try {
    const response = await fetch(path, { ...init, headers, signal });
    // Another one may have been typed while this request was under way.
    if (response.status === 401 && sessionStorage.getItem(TOKEN) === token) {
      sessionStorage.removeItem(TOKEN);
    }
    return response;
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Problem(0, 'The bot does not answer. Is it running?', '');
  }
}

async function read(response, accepted) {
  let body;
  try {
    body = await response.json();
  } catch {
    throw new Problem(response.status, `The bot answered ${response.status} without a reason.`, '');
  }
  if (response.ok || accepted.includes(response.status)) return body;
  throw new Problem(response.status, body.detail ?? body.title ?? 'That did not work.',
    body.requestId ?? '');
}
