// Elements without markup: whatever comes from outside is text and stays text.

/** An element with properties, classes and children; strings become text nodes. */
export function element(tag, { className = '', attributes = {}, on = {} } = {}, ...children) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  node.append(...children);
  return node;
}

/** A link to another site, if the address is one that may be followed; else its text. */
export function link(label, url, className = '') {
  if (!/^https?:\/\//i.test(url)) return element('span', { className }, label);
  return element('a', {
    className,
    attributes: { href: url, target: '_blank', rel: 'noopener noreferrer' },
  }, label);
}

/** A button that copies a text and says that it did. */
export function copyButton(text, what) {
  const button = element('button', {
    className: 'quiet copy',
    attributes: { type: 'button', 'aria-label': `Copy ${what}` },
    on: {
      click: async () => {
        try {
          await navigator.clipboard.writeText(text);
          button.textContent = 'Copied';
        } catch {
          button.textContent = 'Not allowed';
        }
        setTimeout(() => { button.textContent = 'Copy'; }, 1600);
      },
    },
  }, 'Copy');
  return button;
}
