// What stands beside the chat: the bot says which panels there are; each is a reply.

import { listPanels, readiness } from './api.js';
import { replyElement } from './cards.js';
import { element } from './dom.js';
import { fillRecurring } from './recurring.js';

const EVERY = 30_000;

/**
 * Fills the panels, the rows of recurring errors and the line about health, now and every half
 * minute while the page is seen. Returns a function that does so at once.
 */
export function watch({ panels, recurring, rows, health }) {
  const look = () => {
    if (document.hidden) return;
    fill(panels);
    fillRecurring(recurring, rows);
    tell(health);
  };
  document.addEventListener('visibilitychange', look);
  setInterval(look, EVERY);
  look();
  return look;
}

async function fill(place) {
  let panels;
  try {
    ({ panels } = await listPanels());
  } catch {
    // The line about health says what is wrong; old panels would pass for new ones.
    place.replaceChildren();
    return;
  }
  for (const panel of panels) {
    const id = `panel-${panel.id}`;
    const section = element('section', {
      className: 'panel', attributes: { id, 'aria-labelledby': `${id}-title` },
    }, element('h2', { attributes: { id: `${id}-title` } }, panel.title),
    replyElement({ ...panel.reply, cards: panel.reply.cards.map((card) =>
      ({ ...card, actions: [] })) }, () => {}));
    const before = document.getElementById(id);
    if (!before) place.append(section);
    else if (before.textContent !== section.textContent) before.replaceWith(section);
  }
  const ids = new Set(panels.map((panel) => `panel-${panel.id}`));
  for (const section of [...place.children]) if (!ids.has(section.id)) section.remove();
}

async function tell(health) {
  let state = 'ready';
  let words = 'Ready';
  try {
    const answer = await readiness();
    state = answer.status;
    if (answer.degraded.length > 0) {
      words = answer.degraded.map((part) => `${part.name}: ${part.reason}`).join(' ');
    }
  } catch (problem) {
    state = 'down';
    words = problem.message;
  }
  health.hidden = false;
  health.className = `health ${state}`;
  if (health.textContent !== words) health.textContent = words;
  health.title = words;
}
