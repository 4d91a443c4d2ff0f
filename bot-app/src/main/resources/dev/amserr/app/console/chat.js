// The chat pane: a command line with history, and what was asked and answered.

import { runCommand, useAction } from './api.js';
import { problemElement, replyElement, replyText } from './cards.js';
import { CompletionList } from './completion.js';
import { copyButton, element } from './dom.js';

const HISTORY = 'amserr.history';
const LONGEST_HISTORY = 100;
const MOST_ENTRIES = 200;

export class Chat {
  #form;
  #line;
  #log;
  #completions;
  #history;
  #at;
  #draft = '';

  constructor({ form, line, log, completions, offers }) {
    this.#form = form;
    this.#line = line;
    this.#log = log;
    this.#completions = new CompletionList({ line, list: completions, status: offers });
    this.#history = stored();
    this.#at = this.#history.length;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
    line.addEventListener('input', () => {
      this.#grow();
      this.#completions.refresh();
    });
    line.addEventListener('keydown', (event) => this.#key(event));
  }

  /** Runs a command as if it had been typed. */
  async run(text) {
    this.#remember(text);
    document.getElementById('welcome')?.remove();
    const entry = element('div', { className: 'entry' },
      element('p', { className: 'asked' }, text));
    const waiting = element('p', { className: 'waiting', attributes: { 'aria-hidden': 'true' } },
      '● ● ●');
    entry.append(waiting);
    this.#log.append(entry);
    while (this.#log.children.length > MOST_ENTRIES) this.#log.firstElementChild.remove();
    this.#reveal(entry);
    const answer = await this.#answer(() => runCommand(asCommand(text)), null);
    waiting.replaceWith(answer);
    this.#reveal(entry);
  }

  /** Puts a text on the command line, ready to be changed. */
  propose(text) {
    this.#line.value = text;
    this.#grow();
    this.#line.focus();
    this.#completions.refresh();
  }

  #submit() {
    const text = this.#line.value.trim();
    if (!text) return;
    this.#completions.close();
    this.#line.value = '';
    this.#grow();
    this.run(text);
  }

  /** The answer to a command or an action as an element; `old` is what it may take the place of. */
  async #answer(ask, old) {
    let reply;
    try {
      reply = await ask();
    } catch (problem) {
      return problemElement(problem);
    }
    const node = replyElement(reply, (action, chosen) => this.#act(action, chosen, node));
    if (reply.cards.length > 0) node.append(copyButton(replyText(reply), 'this answer'));
    if (old && reply.placement === 'replace_message') {
      old.replaceWith(node);
      return null;
    }
    return node;
  }

  async #act(action, chosen, source) {
    const entry = source.closest('.entry');
    const answer = await this.#answer(() => useAction(action.id, chosen), source);
    if (answer) entry.append(answer);
    this.#reveal(entry.lastElementChild);
    // A button that is gone takes the focus with it.
    if (document.activeElement === document.body) this.#line.focus();
  }

  #key(event) {
    const { key } = event;
    if (event.isComposing) return;
    const list = this.#completions;
    if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (list.isOpen && list.hasActive) list.accept();
      else this.#form.requestSubmit();
    } else if (key === 'Tab' && !event.shiftKey && list.isOpen) {
      event.preventDefault();
      list.accept();
    } else if (key === 'Escape' && list.isOpen) {
      event.preventDefault();
      list.close();
    } else if (key === 'ArrowDown' && list.isOpen) {
      event.preventDefault();
      list.move(1);
    } else if (key === 'ArrowUp' && list.isOpen && list.hasActive) {
      event.preventDefault();
      list.move(-1);
    } else if (key === 'ArrowUp' && this.#isOnFirstLine()) {
      this.#recall(-1, event);
    } else if (key === 'ArrowDown' && this.#at < this.#history.length) {
      this.#recall(1, event);
    }
  }

  #isOnFirstLine() {
    return !this.#line.value.slice(0, this.#line.selectionStart).includes('\n');
  }

  #recall(step, event) {
    const next = this.#at + step;
    if (next < 0 || next > this.#history.length) return;
    event.preventDefault();
    this.#completions.close();
    if (this.#at === this.#history.length) this.#draft = this.#line.value;
    this.#at = next;
    this.#line.value = this.#history[next] ?? this.#draft;
    this.#line.setSelectionRange(this.#line.value.length, this.#line.value.length);
    this.#grow();
  }

  #remember(text) {
    if (this.#history.at(-1) !== text) this.#history.push(text);
    this.#history = this.#history.slice(-LONGEST_HISTORY);
    this.#at = this.#history.length;
    try {
      sessionStorage.setItem(HISTORY, JSON.stringify(this.#history));
    } catch {
      // A full or forbidden storage costs the history of the next visit, nothing else.
    }
  }

  #grow() {
    this.#line.style.height = 'auto';
    // scrollHeight leaves out the border.
    this.#line.style.height = `${Math.min(this.#line.scrollHeight + 2, 200)}px`;
  }

  /** Shows the beginning of what is new; an answer longer than the pane is read from its top. */
  #reveal(node) {
    const pane = this.#log;
    const tall = node.offsetHeight > pane.clientHeight;
    pane.scrollTo({ top: tall ? node.offsetTop - pane.offsetTop - 12 : pane.scrollHeight });
  }
}

/** What is no command is a text to decode. */
function asCommand(text) {
  return /^(\/|help\b)/i.test(text) ? text : `/amserr ${text}`;
}

function stored() {
  try {
    const list = JSON.parse(sessionStorage.getItem(HISTORY) ?? '[]');
    return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}
