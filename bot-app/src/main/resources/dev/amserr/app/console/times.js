// Times and numbers as the reader writes them.

import { element } from './dom.js';

const FORMS = {
  moment: new Intl.DateTimeFormat(undefined, {
    weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit',
  }),
  hour: new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit' }),
  day: new Intl.DateTimeFormat(undefined, { weekday: 'short', month: 'short', day: 'numeric' }),
  clock: new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }),
};
const RELATIVE = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const UNITS = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];

/** A time in words; `form` is `moment`, `day`, `hour` or `clock`. */
export const timeText = (time, form = 'moment') => FORMS[form].format(new Date(time));

/** A time as an element, to the second on hover. */
export function timeElement(time, form = 'moment') {
  return element('time', { attributes: { datetime: time, title: time } }, timeText(time, form));
}

const INSTANT = /\b(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)/;

/** A text as nodes, its instants as elements. */
export const withTimes = (text) =>
  text.split(INSTANT).map((part, i) => (i % 2 === 1 ? timeElement(part) : part));

/** How far a time is from now: "3 hours ago". */
export function since(time) {
  const distance = new Date(time) - Date.now();
  const [unit, length] = UNITS.find(([, one]) => Math.abs(distance) >= one) ?? UNITS[2];
  return element('time', { attributes: { datetime: time, title: timeText(time) } },
    RELATIVE.format(Math.round(distance / length), unit));
}

export const number = (value) => value.toLocaleString();

/** A count against the one before: "1,204 (×2.1)". */
export function against(count, before) {
  if (before === 0) return `${number(count)} (0 before)`;
  const ratio = (count / before).toLocaleString(undefined, { maximumSignificantDigits: 3 });
  return `${number(count)} (×${ratio})`;
}
