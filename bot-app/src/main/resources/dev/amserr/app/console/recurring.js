// The panel of recurring errors: the most frequent of a day, each with a page of its own.

import { listSeries } from './api.js';
import { trend } from './chart.js';
import { element } from './dom.js';
import { against, since } from './times.js';

const MOST = 8;

/** The address of a series' page. */
export const pageOf = (series) => `#/series/${series.id}`;

/** What a series is called. */
export const nameOf = (series) => series.name ?? series.code;

/** The states of a series as words that stand out. */
export function stateBadges(states) {
  return states.map(({ state }) => element('span', { className: `badge state-${state}` },
    state.replace('-', ' ').toUpperCase()));
}

/** Fills the panel; where it cannot be read, nothing is shown, for old numbers mislead. */
export async function fillRecurring(panel, place) {
  let answer;
  try {
    answer = await listSeries(MOST);
  } catch {
    panel.hidden = true;
    return;
  }
  const { series, more } = answer;
  const rows = element('ul', { className: 'rows' },
    ...series.map(row),
    more > 0 ? element('li', { className: 'more' }, `and ${more} more: /errors top`) : '');
  const content = series.length > 0 ? rows
    : element('p', { className: 'hint' }, 'No errors were reported in the last 24 hours.');
  if (place.textContent !== content.textContent) place.replaceChildren(content);
  panel.hidden = false;
}

function row(series) {
  const about = [series.source, against(series.count, series.before)];
  if (series.muted) about.push(series.handling === 'acknowledged' ? 'acknowledged' : 'muted');
  return element('li', { className: 'row' },
    element('div', {},
      element('a', { attributes: { href: pageOf(series) } }, nameOf(series)), ' ',
      ...stateBadges(series.muted ? [] : series.states),
      element('p', { className: 'hint' }, `${about.filter(Boolean).join(' · ')} · `,
        since(series.lastSeen))),
    trend(series.hourly));
}
