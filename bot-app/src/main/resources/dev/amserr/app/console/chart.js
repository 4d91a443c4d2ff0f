// Counts over time as SVG.

import { element } from './dom.js';
import { number, timeText } from './times.js';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const HEIGHT = 240;
const MARGIN = { top: 22, right: 8, bottom: 26, left: 52 };
const LABEL_WIDTH = 92;
const STEPS = {
  minute: { says: 'a minute', length: 60_000, form: 'clock' },
  hour: { says: 'an hour', length: 3_600_000, form: 'moment' },
  day: { says: 'a day', length: 86_400_000, form: 'day' },
};

/** A small line of bars beside a name; what it shows stands there in words too. */
export function trend(counts) {
  const highest = Math.max(1, ...counts);
  const bars = counts.map((count, i) => {
    const height = count === 0 ? 1 : Math.max(2, (count / highest) * 24);
    return svg('rect', {
      class: count === 0 ? 'bar none' : 'bar', x: i * 4, y: 24 - height, width: 3, height,
    });
  });
  return svg('svg', {
    class: 'trend', viewBox: `0 0 ${counts.length * 4} 24`, preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  }, ...bars);
}

/** A chart that is as wide as its place, read bar by bar with the arrow keys or a pointer. */
export class Chart {
  #plot;
  #says;
  #data = null;
  #chosen = -1;

  constructor(place) {
    this.#says = element('p', { className: 'chart-says', attributes: { role: 'status' } });
    this.#plot = element('div', {
      className: 'chart', attributes: { tabindex: '0', role: 'group' },
      on: {
        keydown: (event) => this.#key(event),
        pointermove: (event) => this.#point(event),
        pointerdown: (event) => this.#point(event),
        pointerleave: () => this.#choose(-1),
        blur: () => this.#choose(-1),
      },
    });
    place.replaceChildren(this.#plot, this.#says);
    new ResizeObserver(() => this.#draw()).observe(this.#plot);
  }

  /**
   * Shows a series.
   * @param data `points` ({at, count}, without gaps), `step`, `window` and `spikes` ({from, to})
   */
  show(data) {
    this.#data = data;
    this.#chosen = -1;
    const counts = data.points.map((point) => point.count);
    const highest = Math.max(...counts);
    const step = STEPS[data.step];
    const spikes = data.spikes.length === 0 ? 'no spike'
      : `${data.spikes.length} ${data.spikes.length === 1 ? 'spike' : 'spikes'}`;
    this.#plot.setAttribute('aria-label', `Occurrences ${step.says} from `
      + `${timeText(data.window.from)} to ${timeText(data.window.to)}: at most ${number(highest)}, `
      + `${spikes}. Arrow keys read it bar by bar.`);
    this.#draw();
  }

  #draw() {
    const width = this.#plot.clientWidth;
    if (!this.#data || width === 0) return;
    const { points, window, spikes } = this.#data;
    const from = Date.parse(window.from);
    const length = Date.parse(window.to) - from;
    const inner = { width: width - MARGIN.left - MARGIN.right,
      height: HEIGHT - MARGIN.top - MARGIN.bottom };
    const x = (time) => MARGIN.left + ((Date.parse(time) - from) / length) * inner.width;
    const top = ceiling(Math.max(1, ...points.map((point) => point.count)));
    const y = (count) => MARGIN.top + inner.height * (1 - count / top);
    const base = y(0);
    const starts = [...points.map((point) => x(point.at)), x(window.to)];
    const parts = [];
    for (const spike of spikes) {
      const left = x(spike.from);
      parts.push(
        svg('rect', { class: 'spike', x: left, y: MARGIN.top,
          width: Math.max(2, x(spike.to) - left), height: inner.height }),
        svg('text', { class: 'spike-label', x: Math.min(left, width - 44), y: MARGIN.top - 8 },
          'SPIKE'));
    }
    for (const tick of [0, top / 2, top]) {
      parts.push(
        svg('line', { class: 'grid', x1: MARGIN.left, x2: width - MARGIN.right,
          y1: y(tick), y2: y(tick) }),
        svg('text', { class: 'tick', x: MARGIN.left - 8, y: y(tick) + 4, 'text-anchor': 'end' },
          short(tick)));
    }
    points.forEach((point, i) => {
      const space = starts[i + 1] - starts[i];
      const gap = space > 5 ? 1 : 0;
      parts.push(svg('rect', {
        class: i === this.#chosen ? 'bar chosen' : 'bar', x: starts[i], y: y(point.count),
        width: Math.max(0.5, space - gap), height: base - y(point.count),
      }));
    });
    parts.push(...this.#times(starts, width));
    this.#plot.replaceChildren(svg('svg', { width, height: HEIGHT, 'aria-hidden': 'true' },
      ...parts));
  }

  #times(starts, width) {
    const { points, step } = this.#data;
    const most = Math.max(2, Math.floor((width - MARGIN.left) / LABEL_WIDTH));
    const every = Math.ceil(points.length / most);
    const labels = [];
    for (let i = 0; i < points.length; i += every) {
      if (starts[i] > width - LABEL_WIDTH * 0.8) break;
      labels.push(svg('text', { class: 'tick', x: starts[i], y: HEIGHT - 8 },
        label(points[i].at, step, points.length)));
    }
    return labels;
  }

  #key(event) {
    const last = this.#data ? this.#data.points.length - 1 : -1;
    const moves = {
      ArrowLeft: this.#chosen < 0 ? last : Math.max(0, this.#chosen - 1),
      ArrowRight: this.#chosen < 0 ? 0 : Math.min(last, this.#chosen + 1),
      Home: 0,
      End: last,
      Escape: -1,
    };
    if (!(event.key in moves)) return;
    event.preventDefault();
    this.#choose(moves[event.key]);
  }

  #point(event) {
    if (!this.#data) return;
    const box = this.#plot.getBoundingClientRect();
    const share = (event.clientX - box.left - MARGIN.left)
      / (box.width - MARGIN.left - MARGIN.right);
    const { points } = this.#data;
    this.#choose(share < 0 || share >= 1 ? -1 : Math.floor(share * points.length));
  }

  #choose(index) {
    if (index === this.#chosen) return;
    this.#plot.querySelector('.chosen')?.classList.remove('chosen');
    this.#chosen = index;
    if (index < 0) {
      this.#says.textContent = '';
      return;
    }
    this.#plot.querySelectorAll('rect.bar')[index]?.classList.add('chosen');
    const point = this.#data.points[index];
    this.#says.textContent = `${barText(point.at, this.#data.step)}: ${number(point.count)}`;
  }
}

/** The bars as a table, for whoever wants numbers. */
export function pointsTable({ points, step }) {
  const body = element('tbody');
  for (const point of points.filter((one) => one.count > 0).reverse()) {
    body.append(element('tr', {}, element('td', {}, barText(point.at, step)),
      element('td', { className: 'right' }, number(point.count))));
  }
  return element('table', {}, element('thead', {}, element('tr', {},
    element('th', { attributes: { scope: 'col' } }, 'from'),
    element('th', { className: 'right', attributes: { scope: 'col' } },
      `occurrences ${STEPS[step].says}`))), body);
}

const barText = (time, step) => timeText(time, STEPS[step].form);

function label(time, step, points) {
  if (step === 'day') return timeText(time, 'day');
  return timeText(time, step === 'hour' && points > 26 ? 'hour' : 'clock');
}

/** The least 1, 2, 5 times a power of ten, even, that is not below a count. */
function ceiling(count) {
  const power = 10 ** Math.floor(Math.log10(count));
  const found = [1, 2, 4, 6, 8, 10].map((one) => one * power).find((one) => one >= count);
  return found % 2 === 0 ? found : found + 1;
}

const short = (count) => count.toLocaleString(undefined,
  { notation: 'compact', maximumFractionDigits: 1 });

function svg(tag, attributes, ...children) {
  const node = document.createElementNS(NAMESPACE, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}
