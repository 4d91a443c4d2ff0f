// The page of one digest: every line of it, and what became of its messages.

import { digestRun, onTokenNeeded } from './api.js';
import { problemElement, replyElement } from './cards.js';
import { copyButton, element } from './dom.js';
import { theme } from './theme.js';
import { tokenDialog } from './token.js';

const EVERY = 30_000;
const STATES = {
  pending: 'waits',
  sending: 'on its way',
  sent: 'delivered',
  unknown: 'being looked into',
  held: 'held',
  dead: 'failed',
  combined: 'combined',
};
const TROUBLE = new Set(['held', 'dead']);
const at = (id) => document.getElementById(id);
const run = decodeURIComponent(location.pathname.split('/').at(-1));

let shown = '';
theme(at('theme'));
onTokenNeeded(tokenDialog());
at('title').textContent = run;
document.title = `${run} · amserr`;
look();
setInterval(() => { if (!document.hidden) look({ quietly: true }); }, EVERY);

async function look(options) {
  let digest;
  try {
    digest = await digestRun(run, options);
  } catch (problem) {
    // What is shown already is still true.
    if (!shown) {
      at('about').textContent = '';
      at('digest').replaceChildren(problemElement(problem));
    }
    return;
  }
  const text = JSON.stringify(digest);
  if (text === shown) return;
  shown = text;
  show(digest);
}

function show(digest) {
  at('about').replaceChildren(capital(digest.outcome), '. Covers ', time(digest.from), ' to ',
    time(digest.to), '.');
  at('digest').replaceChildren(replyElement(digest, () => {}));
  at('deliveries-panel').hidden = digest.deliveries.length === 0;
  at('deliveries').replaceChildren(deliveries(digest.deliveries));
  at('snapshot-panel').hidden = !digest.sha256;
  if (digest.sha256) {
    at('snapshot').textContent = digest.sha256;
    at('snapshot-panel').querySelector('.copy')?.remove();
    at('snapshot-panel').append(copyButton(digest.sha256, 'the hash of the snapshot'));
  }
}

function deliveries(all) {
  const list = element('ul', { className: 'bullets' });
  const parts = new Map();
  for (const one of all) {
    const part = (parts.get(one.destination) ?? 0) + 1;
    parts.set(one.destination, part);
    const line = element('li', {}, `${one.destination}, part ${part}: `,
      element(TROUBLE.has(one.state) ? 'strong' : 'span', {}, STATES[one.state] ?? one.state), ' ',
      time(one.changed));
    if (one.reason && one.state !== 'sent') {
      line.append(element('span', { className: 'more' }, one.reason));
    }
    list.append(line);
  }
  if (all.some((one) => one.state === 'held')) {
    list.append(element('li', {}, 'What is held is for somebody to decide: ',
      element('code', {}, '/digest status'), ' says how.'));
  }
  return list;
}

function time(instant) {
  const words = new Date(instant).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
  return element('time', { attributes: { datetime: instant, title: instant } }, words);
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
