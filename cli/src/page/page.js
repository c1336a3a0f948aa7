'use strict';
const root = document.documentElement;
const search = document.getElementById('search');
const list = document.getElementById('list');

// Finding: names that hold what is typed; Enter goes to the first.
const items = [...list.children];
const found = () => items.filter((item) => !item.hidden);
search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  for (const item of items) item.hidden = !item.textContent.toLowerCase().includes(wanted);
  document.getElementById('none').hidden = found().length > 0;
});
search.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && found().length) location.hash = found()[0].firstChild.hash;
});
addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== search) {
    event.preventDefault();
    search.focus();
  }
});
addEventListener('hashchange', () => {
  const section = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (section) section.focus();
});

// Light or dark: as the system is, until somebody chooses.
document.getElementById('theme').addEventListener('click', () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
});
