// Asks for the token of a bot that listens on the network.

import { element } from './dom.js';

/** A function that asks; several requests that need a token at once are asked once. */
export function tokenDialog() {
  const field = element('input', {
    className: 'field',
    attributes: {
      id: 'token', type: 'password', autocomplete: 'current-password', required: '',
    },
  });
  const dialog = element('dialog', {
    className: 'dialog', attributes: { id: 'token-dialog', 'aria-labelledby': 'token-title' },
  }, element('form', {
    on: {
      submit: (event) => {
        event.preventDefault();
        dialog.close(field.value.trim());
      },
    },
  },
  element('h2', { attributes: { id: 'token-title' } }, 'This bot asks for a token'),
  element('p', {}, 'It listens on the network, so commands need the token of ',
    element('code', {}, 'server.token'), '. It is kept in this tab only.'),
  element('label', { attributes: { for: 'token' } }, 'Token'),
  field,
  element('div', { className: 'dialog-actions' },
    element('button', {
      attributes: { type: 'button' }, on: { click: () => dialog.close('') },
    }, 'Cancel'),
    element('button', { className: 'primary', attributes: { type: 'submit' } }, 'Continue'))));
  document.body.append(dialog);
  const ask = () => new Promise((resolve) => {
    field.value = '';
    dialog.returnValue = '';
    dialog.oncancel = () => { dialog.returnValue = ''; };
    dialog.onclose = () => resolve(dialog.returnValue || null);
    dialog.showModal();
  });
  let asked = null;
  return () => {
    asked ??= ask().finally(() => { asked = null; });
    return asked;
  };
}
