/* Brings what a page shows to its top when that has become another thing (top.py). */

const MAIN = '[data-testid="stMain"]';
const PLACE = '[data-testid="stLayoutWrapper"]';

export default function ({ data, parentElement }) {
  const before = parentElement.shows;
  parentElement.shows = data.shows;
  if (before === undefined || !data.shows || before === data.shows) return;
  const next = data.next && parentElement.host.closest(PLACE)?.nextElementSibling;
  if (next) next.scrollIntoView({ block: "start" });
  else document.querySelector(MAIN)?.scrollTo({ top: 0 });
}
