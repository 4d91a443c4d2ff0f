// The page of one series: how often, what is said of it, whose it is, and what to do about it.

import { decode, onCall, readSeries, runCommand } from './api.js';
import { problemElement, replyElement } from './cards.js';
import { Chart, pointsTable } from './chart.js';
import { codeElement } from './decode.js';
import { element } from './dom.js';
import { nameOf, pageOf, stateBadges } from './recurring.js';
import { against, number, since, timeElement, withTimes } from './times.js';

const EVERY = 30_000;
const WINDOWS = ['6h', '24h', '7d', '30d', '90d'];
const MUTES = [
  ['for an hour', 'until:+1h'], ['for 8 hours', 'until:+8h'], ['for a day', 'until:+24h'],
  ['for a week', 'until:+168h'], ['until it gets worse', 'worse'], ['not any more', 'off'],
];
const ROUTE = /^#\/series\/([1-9]\d{0,17})(?:\?window=([a-z0-9]{2,6}))?$/;

/** Which series an address means, and over how long; null for none. */
export function seriesOf(hash) {
  const found = ROUTE.exec(hash);
  return found && { id: found[1], window: found[2] ?? '7d' };
}

export class SeriesPage {
  #page;
  #shown = null;
  #parts = null;
  #drawn = new Map();
  #timer = 0;

  constructor(page) {
    this.#page = page;
    document.addEventListener('visibilitychange', () => this.refresh());
  }

  /** Shows a series until {@link leave}. */
  show({ id, window }) {
    if (this.#shown?.id !== id) {
      this.#parts = this.#skeleton(id);
      this.#drawn.clear();
    }
    this.#shown = { id, window };
    this.#parts.windows.replaceChildren(...WINDOWS.map((length) => element('a', {
      attributes: {
        href: `${pageOf({ id })}?window=${length}`,
        ...(length === window ? { 'aria-current': 'true' } : {}),
      },
    }, length)));
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.refresh(), EVERY);
    return this.refresh();
  }

  /** Ends showing; returns the address of what was shown, or null for nothing. */
  leave() {
    const left = this.#shown && pageOf(this.#shown);
    clearInterval(this.#timer);
    this.#shown = null;
    this.#parts = null;
    this.#page.replaceChildren();
    return left;
  }

  /** Reads the series again; what did not change stays as it is, with focus and selection. */
  async refresh() {
    const asked = this.#shown;
    if (!asked || document.hidden) return;
    let dossier;
    try {
      dossier = await readSeries(asked.id, asked.window);
    } catch (problem) {
      if (this.#shown === asked) this.#fail(problem);
      return;
    }
    if (this.#shown !== asked) return;
    this.#parts.problem.replaceChildren();
    this.#parts.body.hidden = false;
    this.#fill(dossier);
    this.#explain(dossier.series, asked);
  }

  #fail(problem) {
    this.#parts.problem.replaceChildren(problemElement(problem));
    // Old numbers would pass for new ones.
    this.#parts.body.hidden = true;
    this.#drawn.clear();
  }

  #skeleton(id) {
    const parts = {
      head: element('header', { className: 'series-head' }),
      problem: element('div'),
      windows: element('nav', { className: 'windows', attributes: { 'aria-label': 'How far back' } }),
      numbers: element('dl', { className: 'facts inline' }),
      table: element('div', { className: 'table' }),
      states: element('div', { className: 'said' }),
      result: element('div', { attributes: { 'aria-live': 'polite' } }),
      owner: element('div'),
      meaning: element('div'),
      samples: element('div'),
      history: element('div'),
    };
    const plot = element('div');
    parts.chart = new Chart(plot);
    parts.body = element('div', { className: 'series-grid', attributes: { hidden: '' } },
      element('div', { className: 'series-column' },
        panel('Occurrences', parts.windows, parts.numbers, plot,
          element('details', {}, element('summary', {}, 'As a table'), parts.table)),
        panel('Samples', parts.samples),
        panel('History', parts.history)),
      element('div', { className: 'series-column' },
        panel('State', parts.states, this.#actions(id), parts.result),
        panel('Owner', parts.owner),
        panel('What it means', parts.meaning)));
    this.#page.replaceChildren(
      element('p', {}, element('a', { attributes: { href: '#/' } }, '← Console')),
      parts.head, parts.problem, parts.body);
    return parts;
  }

  #fill(dossier) {
    const { series, handling } = dossier;
    const parts = this.#parts;
    document.title = `${nameOf(series)} · amserr`;
    this.#draw('head', series, () => parts.head.replaceChildren(...head(series)));
    this.#draw('numbers', [series, dossier.plays], () =>
      parts.numbers.replaceChildren(...numbers(dossier)));
    this.#draw('chart', [dossier.points, dossier.spikes], () => {
      parts.chart.show(dossier);
      parts.table.replaceChildren(pointsTable(dossier));
    });
    this.#draw('states', [series.states, handling], () =>
      parts.states.replaceChildren(...said(series.states, handling)));
    this.#draw('samples', dossier.samples, () =>
      parts.samples.replaceChildren(
        ...lines(dossier.samples, 4, sample, 'No report said more than its code.')));
    this.#draw('history', dossier.history, () =>
      parts.history.replaceChildren(
        ...lines(dossier.history, 8, event, 'Nobody did anything about it yet.')));
  }

  /** What comes from elsewhere; it may fail without taking the page with it. */
  #explain(series, asked) {
    const still = () => this.#shown === asked;
    if (series.system) {
      decode(series.code, undefined, series.system).then(
        ({ codes }) => still() && codes[0] && this.#draw('meaning', codes[0], () =>
          this.#parts.meaning.replaceChildren(codeElement(codes[0]))),
        (problem) => still() && this.#parts.meaning.replaceChildren(hint(problem.message)));
    } else {
      this.#parts.meaning.replaceChildren(hint('No catalog has this code.'));
    }
    if (series.owner) {
      onCall(series.owner).then(
        (answer) => still() && this.#draw('owner', answer.levels, () =>
          this.#parts.owner.replaceChildren(...owner(series.owner, answer.levels))),
        (problem) => still() && this.#parts.owner.replaceChildren(
          element('p', {}, element('strong', {}, series.owner)), hint(problem.message)));
    } else {
      this.#parts.owner.replaceChildren(hint('Nobody owns it. "owns" of a team in oncall.yaml'
        + ' says what is whose.'));
    }
  }

  #draw(part, data, draw) {
    const key = JSON.stringify(data);
    if (this.#drawn.get(part) === key) return;
    this.#drawn.set(part, key);
    draw();
  }

  #actions(id) {
    const reason = element('input', {
      className: 'field',
      attributes: { 'aria-label': 'Why, for the audit log', placeholder: 'Why (optional)',
        maxlength: '200' },
    });
    const mute = element('select', { attributes: { 'aria-label': 'Mute' } },
      element('option', { attributes: { value: '', selected: '' } }, 'Mute …'),
      ...MUTES.map(([label, value]) => element('option', { attributes: { value } }, label)));
    const form = element('form', { className: 'deeds' });
    const run = async (deed) => {
      for (const control of form.elements) control.disabled = true;
      await this.#run(`/errors ${deed(`series#${id}`)}${reasonOption(reason.value)}`);
      for (const control of form.elements) control.disabled = false;
      reason.value = '';
    };
    const button = (label, className, word) => element('button', {
      className, attributes: { type: 'button' },
      on: { click: (event) => run((code) => `${word} ${code}`).then(() => event.target.focus()) },
    }, label);
    mute.addEventListener('change', () => {
      const chosen = mute.value;
      mute.value = '';
      if (chosen) run((code) => `mute ${code} ${chosen}`).then(() => mute.focus());
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.append(reason, element('div', { className: 'actions' },
      button('Acknowledge', 'primary', 'ack'), button('Resolve', '', 'resolve'), mute));
    return form;
  }

  async #run(line) {
    const { result } = this.#parts;
    try {
      result.replaceChildren(replyElement(await runCommand(line), () => {}));
    } catch (problem) {
      result.replaceChildren(problemElement(problem));
    }
    await this.refresh();
  }
}

/** In the command's quotes, which no quote within may close. */
function reasonOption(text) {
  const words = text.trim().replace(/["\u201c\u201d\u201e]/g, "'");
  return words ? ` reason:"${words}"` : '';
}

function panel(title, ...children) {
  return element('section', { className: 'panel' }, element('h3', {}, title), ...children);
}

const hint = (text) => element('p', { className: 'hint' }, text);

function head(series) {
  return [
    element('h2', {}, nameOf(series)),
    element('p', { className: 'tags' },
      series.name ? element('code', {}, series.code) : '',
      series.system ? element('span', { className: 'tag' }, series.system) : '',
      series.source ? element('span', { className: 'tag' }, series.source) : '',
      ...stateBadges(series.states)),
  ];
}

function numbers({ series, plays }) {
  const facts = [
    ['In this window', against(series.count, series.before)],
    ...(plays ? [['Of plays', (series.count / plays).toLocaleString(undefined,
      { style: 'percent', maximumFractionDigits: 3 })]] : []),
    ['First seen', timeElement(series.firstSeen)],
    ['Last seen', timeElement(series.lastSeen)],
  ];
  return facts.map(([name, value]) => element('div', { className: 'fact' },
    element('dt', {}, name), element('dd', {}, value)));
}

function said(states, handling) {
  const lines = states.map((one) => element('li', {}, ...stateBadges([one]), ' since ',
    timeElement(one.since), element('p', {}, one.text)));
  const nodes = [lines.length > 0 ? element('ul', { className: 'states' }, ...lines)
    : hint('Nothing is odd about it.')];
  if (handling.at) {
    nodes.push(element('p', {}, `${handling.status} by ${handling.by} `, since(handling.at)));
  }
  if (handling.mutedUntil) {
    nodes.push(element('p', {}, 'muted until ', timeElement(handling.mutedUntil)));
  }
  if (handling.mutedAbove !== null) {
    nodes.push(element('p', {},
      `muted until more than ${number(handling.mutedAbove)} within 60 minutes`));
  }
  return nodes;
}

function owner(team, levels) {
  const rows = levels.map((level) => {
    const people = level.onCall.flatMap((shift, i) => [i > 0 ? ', ' : '',
      element('span', { className: 'person' }, shift.name),
      ...(shift.until ? [' until ', timeElement(shift.until)] : [])]);
    return element('div', { className: 'fact' }, element('dt', {}, level.name),
      element('dd', {}, ...(people.length > 0 ? people : ['nobody is on call'])));
  });
  return [element('p', {}, element('strong', {}, team)),
    element('dl', { className: 'facts stacked' }, ...rows)];
}

function sample(one) {
  return element('li', {},
    element('p', { className: 'hint' }, timeElement(one.at), ' ', element('code', {}, one.code),
      ...Object.entries(one.labels).map(([name, value]) => ` · ${name} ${value}`),
      one.session ? ` · session ${one.session}` : ''),
    one.message ? element('pre', { attributes: { tabindex: '0' } }, one.message) : '');
}

function event(one) {
  return element('li', {},
    element('span', { className: 'hint' }, timeElement(one.at)), ' ', ...withTimes(one.text));
}

/** The newest, and the others behind a line that opens them. */
function lines(list, most, line, none) {
  if (list.length === 0) return [hint(none)];
  const rows = (part) => element('ul', { className: 'lines' }, ...part.map(line));
  const rest = list.slice(most);
  return [rows(list.slice(0, most)), ...(rest.length === 0 ? [] : [
    element('details', {}, element('summary', {}, `${rest.length} more`), rows(rest))])];
}
