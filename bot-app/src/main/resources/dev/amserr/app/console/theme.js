// Light or dark: as the reader's system has it, until they choose.

const THEME = 'amserr.theme';

/** Shows the theme that was chosen before and lets a button switch it. */
export function theme(button) {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const chosen = localStorage.getItem(THEME);
  if (chosen === 'dark' || chosen === 'light') root.dataset.theme = chosen;
  button.addEventListener('click', () => {
    const isDark = root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches;
    root.dataset.theme = isDark ? 'light' : 'dark';
    localStorage.setItem(THEME, root.dataset.theme);
  });
}
