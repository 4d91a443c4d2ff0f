// Replies as elements: every kind of part that the API knows, in the order of reading.

import { copyButton, element, link } from './dom.js';

/** How runs of digests are named; each has a page. */
const RUN = /^[a-z][-a-z0-9]{0,39}-[0-9]{8}T[0-9]{6}Z$/;
const TONE_WORDS = { good: 'OK', warning: 'Warning', bad: 'Problem' };

/**
 * A reply.
 * @param use what to do when a button or a menu is used: (action, chosen) → promise
 */
export function replyElement(reply, use) {
  const node = element('div', { className: 'reply' });
  if (reply.text) node.append(element('p', { className: 'sentence' }, reply.text));
  for (const card of reply.cards) node.append(cardElement(card, use));
  return node;
}

/** A problem of the API itself. */
export function problemElement(problem) {
  const node = element('div', { className: 'card tone-bad', attributes: { role: 'alert' } },
    element('h3', { className: 'card-title' }, problem.message));
  if (problem.requestId) {
    node.append(element('p', { className: 'hint' }, 'Reference ',
      element('code', {}, problem.requestId)));
  }
  return node;
}

/** A reply as plain text, for the clipboard. */
export function replyText(reply) {
  const lines = reply.text ? [reply.text] : [];
  for (const card of reply.cards) {
    lines.push(card.title);
    for (const part of card.parts) lines.push(...partLines(part));
    lines.push('');
  }
  return lines.join('\n').trim();
}

function cardElement(card, use) {
  const title = element('h3', { className: 'card-title' });
  const word = TONE_WORDS[card.tone];
  if (word) title.append(element('span', { className: 'badge' }, word), ' ');
  title.append(card.url ? link(card.title, card.url) : card.title);
  const node = element('article', { className: `card tone-${card.tone}` }, title);
  for (const part of card.parts) {
    const show = PARTS[part.kind];
    if (show) node.append(show(part));
  }
  // What the bot would post for all to see in a chat has nobody else to see it here.
  const actions = card.actions.filter((action) => !action.id.startsWith('v1|share|'));
  if (actions.length > 0) node.append(actionsElement(actions, use));
  return node;
}

const PARTS = {
  facts: (part) => {
    const list = element('dl', { className: `facts ${part.layout}` });
    for (const fact of part.facts) {
      list.append(element('div', { className: 'fact' },
        element('dt', {}, fact.name), element('dd', {}, ...spans(fact.spans))));
    }
    return list;
  },
  text: (part) => element('p', { className: 'text' }, ...spans(part.spans)),
  code: (part) => element('div', { className: 'code' },
    copyButton(part.text, 'this text'),
    element('pre', { attributes: { tabindex: '0' } }, element('code', {}, part.text))),
  list: (part) => {
    const list = element('ul', { className: 'bullets' });
    for (const item of part.items) list.append(element('li', {}, ...spans(item)));
    if (part.more > 0) {
      list.append(element('li', { className: 'more' }, `and ${part.more} more`));
    }
    return list;
  },
  table: tableElement,
  sparkline: (part) => element('figure', { className: 'sparkline' },
    element('span', { className: 'bars', attributes: { 'aria-hidden': 'true' } }, part.bars),
    element('figcaption', {}, part.caption)),
  // Pictures of other sites stay links: loading one would tell that site who reads what.
  image: (part) => (part.url.startsWith('/')
    ? element('img', { className: 'picture', attributes: {
      src: part.url, alt: part.alt, loading: 'lazy' } })
    : element('p', { className: 'text' }, link(part.alt, part.url))),
  links: (part) => {
    const list = element('ul', { className: 'links' });
    for (const one of part.links) list.append(element('li', {}, link(one.label, one.url)));
    return list;
  },
};

function tableElement(part) {
  const table = element('table');
  const cell = (tag, column, ...children) => element(tag, {
    className: part.alignments[column] === 'right' ? 'right' : '',
    attributes: tag === 'th' ? { scope: 'col' } : {},
  }, ...children);
  const head = element('tr');
  part.headers.forEach((header, column) => head.append(cell('th', column, header)));
  table.append(element('thead', {}, head));
  const body = element('tbody');
  for (const row of part.rows) {
    const line = element('tr');
    row.forEach((value, column) => line.append(cell('td', column, ...spans(value))));
    body.append(line);
  }
  table.append(body);
  const box = element('div', {
    className: 'table',
    attributes: { tabindex: '0', role: 'region', 'aria-label': part.headers.join(', ') },
  }, table);
  if (part.more > 0) box.append(element('p', { className: 'more' }, `and ${part.more} more`));
  return box;
}

function spans(list) {
  return list.map((span) => {
    if (span.url) return link(span.text, span.url);
    if (span.time) {
      return element('time', { attributes: { datetime: span.time, title: span.time } }, span.text);
    }
    if (span.style === 'strong') return element('strong', {}, span.text);
    if (span.style === 'code' && RUN.test(span.text)) {
      return element('a', { attributes: { href: `/digests/${span.text}` } },
        element('code', {}, span.text));
    }
    if (span.style === 'code') return element('code', {}, span.text);
    if (span.style === 'person') return element('span', { className: 'person' }, span.text);
    return document.createTextNode(span.text);
  });
}

function actionsElement(actions, use) {
  const row = element('div', { className: 'actions' });
  const busy = (on) => {
    for (const control of row.querySelectorAll('button, select')) control.disabled = on;
  };
  const run = async (action, chosen) => {
    busy(true);
    try {
      await use(action, chosen);
    } finally {
      busy(false);
    }
  };
  for (const action of actions) {
    row.append(action.items ? menu(action, run) : element('button', {
      className: action.style === 'normal' ? '' : action.style,
      attributes: { type: 'button' },
      on: { click: () => run(action, []) },
    }, action.label));
  }
  return row;
}

function menu(action, run) {
  const select = element('select', {
    attributes: { 'aria-label': action.label },
    on: {
      change: () => {
        const { value } = select;
        select.selectedIndex = 0;
        run(action, [value]);
      },
    },
  }, element('option', { attributes: { value: '', disabled: '', selected: '' } }, action.label));
  for (const item of action.items) {
    select.append(element('option', { attributes: { value: item.value } }, item.label));
  }
  return select;
}

function partLines(part) {
  const plain = (list) => list.map((span) => span.text).join('');
  switch (part.kind) {
    case 'facts': return part.facts.map((fact) => `${fact.name}: ${plain(fact.spans)}`);
    case 'text': return [plain(part.spans)];
    case 'code': return [part.text];
    case 'list': return part.items.map((item) => `- ${plain(item)}`);
    case 'table': return [part.headers.join('\t'),
      ...part.rows.map((row) => row.map(plain).join('\t'))];
    case 'sparkline': return [`${part.bars} ${part.caption}`];
    case 'image': return [part.alt];
    case 'links': return part.links.map((one) => `${one.label} ${one.url}`);
    default: return [];
  }
}
