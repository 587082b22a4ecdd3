/* Follows links between our own pages without loading the app anew (links.py tells why). */

const OURS = ".tc a[data-page]";

export default function ({ parentElement, setTriggerValue }) {
  parentElement.go = (address) => setTriggerValue("followed", address);
  if (parentElement.follow) return;
  parentElement.follow = (event) => {
    const link = event.target.closest?.(OURS);
    const otherwise = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || otherwise || event.defaultPrevented) return;
    if (!parentElement.host.isConnected) return;
    event.preventDefault();
    parentElement.go(link.getAttribute("href"));
  };
  document.addEventListener("click", parentElement.follow);
  return () => {
    document.removeEventListener("click", parentElement.follow);
    parentElement.follow = null;
  };
}
