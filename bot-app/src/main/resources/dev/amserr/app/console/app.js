// Wires the page.

import { listCommands, onTokenNeeded } from './api.js';
import { Chat } from './chat.js';
import { decodeBox } from './decode.js';
import { element } from './dom.js';
import { watch } from './panels.js';
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
const look = watch(at('panels'), at('health'));
const askForToken = tokenDialog();
onTokenNeeded(async () => {
  const token = await askForToken();
  setTimeout(look);
  return token;
});
commands();
if (matchMedia('(hover: hover)').matches) at('line').focus();

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
