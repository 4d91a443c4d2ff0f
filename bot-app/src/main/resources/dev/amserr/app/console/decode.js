// The decode box: readings while somebody types or pastes.

import { decode } from './api.js';
import { element, link } from './dom.js';

const PAUSE = 130;
const MOST_CODES = 5;
const MATCHES = { exact: 'exact', derived: 'derived', pattern: 'by pattern', guess: 'a guess' };

/** Wires a field, the place for its readings and the line that says how it stands. */
export function decodeBox({ field, readings, state }) {
  let timer = 0;
  let request = null;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    request?.abort();
    timer = setTimeout(update, PAUSE);
  });

  async function update() {
    const text = field.value.trim();
    if (!text) {
      readings.replaceChildren();
      state.textContent = 'Answers while you type.';
      return;
    }
    request = new AbortController();
    try {
      const decoding = await decode(text, request.signal);
      readings.replaceChildren(...decoding.codes.slice(0, MOST_CODES).map(codeElement));
      state.textContent = summary(decoding);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      readings.replaceChildren();
      state.textContent = failure.message;
    }
  }
}

function summary(decoding) {
  const count = decoding.codes.length;
  if (count === 0) {
    return decoding.suggestions.length > 0
      ? `No code found. Near: ${decoding.suggestions.join(', ')}`
      : 'No code found in this.';
  }
  const hidden = Math.max(0, count - MOST_CODES) + decoding.moreCodes;
  const rest = hidden > 0 ? `, ${hidden} of them not shown` : '';
  return count === 1 ? 'One code.' : `${count + decoding.moreCodes} codes${rest}.`;
}

/** What a code means, by its best reading. */
export function codeElement(code) {
  const [best, ...others] = code.readings;
  const node = element('article', { className: 'reading' });
  if (!best) {
    node.append(element('h3', {}, code.text), element('p', {}, 'No catalog has this code.'));
    return node;
  }
  node.append(
    element('h3', {}, best.name ?? best.value ?? code.text),
    element('p', { className: 'tags' },
      element('span', { className: 'tag' }, best.systemTitle),
      best.value ? element('code', {}, best.value) : '',
      best.match === 'exact' ? '' : element('span', { className: 'tag' }, MATCHES[best.match])),
  );
  const says = best.meaning ?? best.message ?? best.userMessage;
  if (says) node.append(element('p', {}, says));
  if (best.actions.length > 0) {
    const list = element('ul', { className: 'bullets' });
    for (const action of best.actions) list.append(element('li', {}, action));
    node.append(list);
  }
  node.append(element('p', { className: 'hint' }, best.owner ? `Owner: ${best.owner} · ` : '',
    link(best.source.title, best.source.url)));
  if (others.length > 0) node.append(alternatives(others, code.more));
  return node;
}

function alternatives(readings, more) {
  const list = element('ul', { className: 'bullets' });
  for (const reading of readings) {
    list.append(element('li', {}, `${reading.systemTitle}: `,
      element('strong', {}, reading.name ?? reading.value ?? ''), ` (${reading.why})`));
  }
  if (more > 0) list.append(element('li', {}, `and ${more} more`));
  const label = readings.length + more === 1 ? 'One other reading' : `${readings.length + more} other readings`;
  return element('details', {}, element('summary', {}, label), list);
}
