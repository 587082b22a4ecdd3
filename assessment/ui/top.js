/* Brings a page back to its top when what it shows has become another thing (top.py). */

const MAIN = '[data-testid="stMain"]';

export default function ({ data, parentElement }) {
  const before = parentElement.shows;
  parentElement.shows = data.shows;
  if (before === undefined || !data.shows || before === data.shows) return;
  document.querySelector(MAIN)?.scrollTo({ top: 0 });
}
