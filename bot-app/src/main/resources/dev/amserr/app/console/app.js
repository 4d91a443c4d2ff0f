// Wires the page.

import { listCommands, onTokenNeeded } from './api.js';
import { Chat } from './chat.js';
import { decodeBox } from './decode.js';
import { element } from './dom.js';
import { watch } from './panels.js';
import { SeriesPage, seriesOf } from './series.js';
import { theme } from './theme.js';
import { tokenDialog } from './token.js';

const MOST_EXAMPLES = 6;
const at = (id) => document.getElementById(id);

const chat = new Chat({
  form: at('composer'),
  line: at('line'),
  log: at('log'),
  completions: at('completions'),
  offers: at('offers'),
});
decodeBox({ field: at('code'), readings: at('readings'), state: at('decode-state') });
theme(at('theme'));
const look = watch({
  panels: at('panels'), recurring: at('recurring'), rows: at('recurring-rows'), health: at('health'),
});
const series = new SeriesPage(at('series'));
const askForToken = tokenDialog();
onTokenNeeded(async () => {
  const token = await askForToken();
  setTimeout(() => { look(); series.refresh(); });
  return token;
});
commands();
go();
addEventListener('hashchange', go);
at('skip').addEventListener('click', (event) => {
  if (at('series').hidden) return;
  event.preventDefault();
  at('series').focus();
});

/** Shows what the address means: a series, or the desk. */
function go() {
  const asked = seriesOf(location.hash);
  at('desk').hidden = asked !== null;
  at('skip').textContent = asked ? 'Skip to the error' : 'Skip to the command line';
  if (asked) {
    at('series').hidden = false;
    series.show(asked);
    if (!at('series').contains(document.activeElement)) at('series').focus();
    return;
  }
  document.title = 'amserr console';
  const left = series.leave();
  at('series').hidden = true;
  if (left) (document.querySelector(`#recurring a[href="${left}"]`) ?? at('log')).focus();
  else if (matchMedia('(hover: hover)').matches) at('line').focus();
}

async function commands() {
  let all;
  try {
    ({ commands: all } = await listCommands());
  } catch (problem) {
    at('commands').replaceChildren(element('li', { className: 'hint' }, problem.message));
    return;
  }
  const examples = all.flatMap((command) => command.examples.slice(0, 1));
  at('examples').replaceChildren(...examples.slice(0, MOST_EXAMPLES).map((line) =>
    element('button', {
      className: 'example', attributes: { type: 'button' }, on: { click: () => chat.run(line) },
    }, line)));
  at('commands').replaceChildren(...all.map((command) => element('li', {}, element('button', {
    className: 'command',
    attributes: { type: 'button' },
    on: { click: () => chat.propose(`${command.path} `) },
  }, element('code', {}, command.path), element('span', {}, command.description)))));
}
