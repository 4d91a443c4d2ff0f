// Completions above the command line: the focus stays on the line, which names the active one.

import { complete } from './api.js';
import { element } from './dom.js';

const PAUSE = 90;

export class CompletionList {
  #line;
  #list;
  #status;
  #offers = [];
  #active = -1;
  #timer = 0;
  #request = null;

  constructor({ line, list, status }) {
    this.#line = line;
    this.#list = list;
    this.#status = status;
    line.addEventListener('blur', () => setTimeout(() => this.close(), 120));
  }

  get isOpen() {
    return this.#offers.length > 0;
  }

  /** Whether one of the offers is picked out. */
  get hasActive() {
    return this.#active >= 0;
  }

  /** Asks anew, once typing pauses. */
  refresh() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    const text = this.#line.value;
    if (!text.startsWith('/') || text.includes('\n')) {
      this.close();
      return;
    }
    this.#timer = setTimeout(() => this.#ask(text), PAUSE);
  }

  /** Moves up or down, round the ends. */
  move(step) {
    const count = this.#offers.length;
    const next = this.#active < 0 && step < 0 ? count - 1 : this.#active + step;
    this.#activate((next + count) % count);
  }

  /** Takes the offer that is picked out, else the first. */
  accept(index = Math.max(this.#active, 0)) {
    const offer = this.#offers[index];
    const line = this.#line;
    line.value = line.value.slice(0, offer.from) + offer.replacement;
    line.setSelectionRange(line.value.length, line.value.length);
    this.close();
    line.dispatchEvent(new Event('input'));
  }

  close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#show([]);
  }

  async #ask(text) {
    this.#request = new AbortController();
    try {
      const { completions } = await complete(text, this.#request.signal);
      if (this.#line.value === text && document.activeElement === this.#line) {
        this.#show(completions.filter((offer) =>
          (text.slice(0, offer.from) + offer.replacement).trimEnd() !== text));
      }
    } catch {
      this.#show([]);
    }
  }

  #show(offers) {
    this.#offers = offers;
    this.#active = -1;
    this.#list.replaceChildren(...offers.map((offer, index) => element('li', {
      attributes: { role: 'option', id: `completion-${index}`, 'aria-selected': 'false' },
      on: {
        mousedown: (event) => {
          event.preventDefault();
          this.accept(index);
        },
      },
    }, element('span', { className: 'offer' }, offer.label),
    element('span', { className: 'detail' }, offer.detail))));
    this.#list.hidden = offers.length === 0;
    this.#status.textContent = offers.length > 0
      ? `${offers.length} completions, arrow down to choose` : '';
    this.#line.removeAttribute('aria-activedescendant');
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((item, at) => {
      item.setAttribute('aria-selected', String(at === index));
    });
    this.#line.setAttribute('aria-activedescendant', `completion-${index}`);
    this.#list.children[index].scrollIntoView({ block: 'nearest' });
  }
}
