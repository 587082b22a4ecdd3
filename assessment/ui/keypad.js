/* A grid that answers by keystroke (keypad.py tells what it promises).

   Streamlit calls the default function again after every rerun, with what the server now says.
   What must outlive that (timers, the queue, what was keyed) is kept on the root, and never in any
   storage of the browser: a key is an answer, and the next person at this machine may look.
   Everything between the first line and `export default` is free of the page. */

const QUIET = 150;      // ms after the last key
const LONGEST = 400;    // ms that any key waits while typing goes on
const PATIENCE = 2000;  // ms without an answer before the grid says so and sends again
const LULL = 900;       // ms of rest before the count is read out

const NOT_ASKED = "-", OPEN = "o", FILLED = "x";

/** A cell's name in the queue. Ids hold no spaces. */
export function cellName(row, column) {
  return `${row} ${column}`;
}

/** The next asked cell after `at`, down the column or along the row, then on to the next one. */
export function nextAsked(cells, at, along) {
  const [rows, columns] = [cells.length, cells[0]?.length ?? 0];
  const down = along === "column";
  const place = down ? at.column * rows + at.row : at.row * columns + at.column;
  for (let to = place + 1; to < rows * columns; to++) {
    const row = down ? to % rows : Math.floor(to / columns);
    const column = down ? Math.floor(to / rows) : to % columns;
    if (cells[row][column] !== NOT_ASKED) return { row, column };
  }
  return at;
}

/** Where to begin: the first cell still open, else the first asked one, else the first of all. */
export function firstPlace(cells, along) {
  const start = { row: 0, column: 0 };
  const wanted = (kinds) => {
    if (kinds.includes(cells[0]?.[0])) return start;
    for (let at = start, to; (to = nextAsked(cells, at, along)) !== at; at = to) {
      if (kinds.includes(cells[to.row][to.column])) return to;
    }
    return null;
  };
  return wanted([OPEN]) ?? wanted([OPEN, FILLED]) ?? start;
}

/** Where an arrow leads; null for a key that is none. Arrows visit every cell, asked or not. */
export function moved(key, ctrl, at, rows, columns) {
  const steps = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0],
    PageDown: [10, 0], Home: [ctrl ? -rows : 0, -columns], End: [ctrl ? rows : 0, columns],
  };
  const step = steps[key];
  if (!step) return null;
  const within = (value, most) => Math.max(0, Math.min(most - 1, value));
  return { row: within(at.row + step[0], rows), column: within(at.column + step[1], columns) };
}

/** How far what reaches from `start` to `end` lies outside `from` to `to`; 0 when it is inside. */
export function beyond(start, end, from, to) {
  return start < from ? start - from : Math.max(0, Math.min(end - to, start - from));
}

/** What is still to be sent, as the server takes it. Null when there is nothing. */
export function batchOf(queue, spell) {
  const ready = [...queue.values()].filter((entry) => !entry.mark);
  if (!ready.length) return null;
  const upto = Math.max(...ready.map((entry) => entry.seq));
  return { spell, upto, keys: ready.map(({ row, column, key, replace }) => [row, column, key, replace]) };
}

/** Take the server's answer: what it stored leaves the queue, what it kept back is marked. */
export function heeded(queue, answer) {
  const back = new Set(answer.kept_back.map(([row, column]) => cellName(row, column)));
  for (const [name, entry] of queue) {
    if (entry.mark || entry.seq > answer.upto) continue;
    if (back.has(name)) entry.mark = "differs";
    else if (answer.message) entry.mark = "stuck";
    else queue.delete(name);
  }
}

/** What a screen reader says of a cell; never what the answer is. */
export function cellWords(state) {
  return {
    [NOT_ASKED]: "not asked", [OPEN]: "no answer yet", [FILLED]: "answered", pending: "keyed, being saved",
    leaving: "being taken back", differs: "keyed, and left as the agency gave it itself", stuck: "keyed, not saved",
  }[state];
}

/** "Saved 264 of 276", and what is on its way. */
export function countWords(saved, asked, waiting) {
  return `Saved ${saved} of ${asked}${waiting ? `, ${waiting} on the way` : ""}`;
}

/** How many keyed answers agencies had given themselves; whether they differ is not told. */
export function differsWords(count) {
  return `${count === 1 ? "1 answer was" : `${count} answers were`} given by the agency itself already, and left as ${count === 1 ? "it is" : "they are"}.`;
}

const SIGNS = {
  [NOT_ASKED]: "", [OPEN]: "○", [FILLED]: "✓", pending: "…", leaving: "…", differs: "!", stuck: "!",
};
const CLASSES = {
  [NOT_ASKED]: "off", [OPEN]: "", [FILLED]: "filled", pending: "pending", leaving: "pending",
  differs: "trouble-cell", stuck: "trouble-cell",
};
const DROPPED = "Not saved yet: the connection dropped. What you keyed is still here and will be saved when it returns.";

function fresh() {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return {
    spell: Array.from(random, (part) => part.toString(16).padStart(8, "0")).join(""),
    seq: 0,
    queue: new Map(),   // cell -> {row, column, key, seq, replace, mark}
    typed: new Map(),   // cell -> key, for the row one is in, where that is wished
    at: null,           // the cursor: row and column by their place
    on: null,           // the same by their ids
    firstKey: 0,        // when the oldest key not yet sent was pressed
    sentAt: 0,          // when the last batch left
    waiting: 0,         // since when a batch waits for its answer
    heard: 0,           // the highest number answered
    message: "",        // why the last keys were refused
    timer: 0,
    lull: 0,
    heldAt: 0,          // the batch for which a click has waited already
  };
}

// Grids by key. One that left the page with unsaved keys hands them to its successor.
const grids = new Map();
const PRESSED = new Set(["A", "BUTTON", "INPUT", "LABEL"]);
const WRITTEN = new Set(["INPUT", "TEXTAREA"]);

/** A grid on the page: its cells, what it keeps, and what it does. */
class Grid {
  constructor(root, data) {
    this.root = root;
    this.data = data;
    const before = grids.get(data.key);
    const inherits = before && !before.root.host.isConnected && before.unsaved();
    this.kept = inherits ? before.kept : fresh();
    grids.set(data.key, this);
    this.cells = [];
    this.listen();
  }

  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  listen() {
    const stop = new AbortController();
    const on = (target, name, act, capture) => target.addEventListener(name, act, { signal: stop.signal, capture });
    const grid = this.part("grid");
    on(grid, "keydown", (event) => this.pressed(event));
    on(grid, "focusin", (event) => event.target.at && this.go(event.target.at, false));
    on(this.part("keys"), "pointerdown", (event) => event.preventDefault());
    on(this.part("keys"), "click", (event) => this.tapped(event));
    on(this.part("show"), "change", () => this.draw());
    on(this.part("again"), "click", () => this.release("stuck", false));
    on(this.part("replace"), "click", () => this.release("differs", true));
    on(this.part("leave"), "click", () => this.leave());
    // A click on another page's name is a pointer going down first: the keys leave before it.
    on(document, "pointerdown", () => this.send(), true);
    on(document, "click", (event) => this.hold(event), true);
    on(document, "visibilitychange", () => document.hidden && this.send());
    on(window, "beforeunload", (event) => { this.send(); if (this.late()) event.preventDefault(); });
    const beat = setInterval(() => this.beat(() => { clearInterval(beat); stop.abort(); }), PATIENCE / 4);
  }

  /** Twice a second: say how it stands, and send again what nobody answered. */
  beat(end) {
    if (!this.root.host.isConnected) {
      if (!this.unsaved() && grids.get(this.data.key) === this) grids.delete(this.data.key);
      return end();
    }
    if (Date.now() - this.kept.sentAt >= PATIENCE) this.post_again();
    this.tell();
  }

  unsaved() {
    return [...this.kept.queue.values()].some((entry) => entry.mark !== "differs");
  }

  /** Whether keys have waited longer for their answer than they should. */
  late() {
    const stuck = [...this.kept.queue.values()].some((entry) => entry.mark === "stuck");
    return stuck || (this.kept.waiting > 0 && Date.now() - this.kept.waiting > PATIENCE);
  }

  /** A click waits a moment for keys on their way: Streamlit drops what is pending when another
      page is asked for, and counts a button pressed in the same moment as pressed in here. */
  hold(event) {
    const { kept } = this;
    const target = event.composedPath().find((part) => PRESSED.has(part.tagName));
    if (!target || kept.heldAt === kept.sentAt || event.ctrlKey || event.metaKey) return;
    if (this.root.contains(target)) return;
    const link = target.tagName === "A";
    const wait = link ? (kept.waiting ? 1500 : 0) : Date.now() - kept.sentAt < 50 ? 60 : 0;
    if (!wait) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.heldAt = kept.sentAt;
    const patience = setTimeout(() => go(), wait);
    const go = () => { clearTimeout(patience); this.answered = () => {}; target.click(); };
    if (link) this.answered = go;
  }

  /** What waits for an answer, if anything does. */
  answered() {}

  // Keys

  pressed(event) {
    if (event.isComposing || event.altKey || event.metaKey) return;
    const to = moved(event.key, event.ctrlKey, this.kept.at, this.data.rows.length, this.data.columns.length);
    if (to) this.go(to, true);
    else if (event.ctrlKey || !this.answer(event.key, event.repeat)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** One key into the cell one is on; says whether it was a key of ours. */
  answer(key, held) {
    const back = key === "Backspace" || key === "Delete";
    const wanted = back ? "" : key.toLowerCase();
    if (!back && !this.data.keys.some(([known]) => known === wanted)) return false;
    if (held || this.data.disabled) return true;
    const { at } = this.kept;
    if (this.data.cells[at.row][at.column] === NOT_ASKED) {
      this.announce(`Not asked of ${this.data.columns[at.column][1]}`);
      return true;
    }
    this.put(at, wanted);
    if (!back) this.go(nextAsked(this.data.cells, at, this.data.along), true);
    this.schedule();
    this.draw();
    return true;
  }

  put(at, key) {
    const { kept } = this;
    const [row, column] = [this.data.rows[at.row][0], this.data.columns[at.column][0]];
    const name = cellName(row, column);
    if (key) kept.typed.set(name, key);
    else kept.typed.delete(name);
    const before = kept.queue.get(name);
    // A cell that was left alone stays so: typing on must not find out what is stored.
    if (before?.mark === "differs") {
      if (key) before.key = key;
      else kept.queue.delete(name);
      return;
    }
    kept.queue.set(name, { row, column, key, seq: ++kept.seq, replace: before?.replace ?? false, mark: "" });
  }

  tapped(event) {
    const button = event.target.closest("button");
    if (!button) return;
    this.answer(button.dataset.key, false);
    if (event.detail) this.cell(this.kept.at).focus();
  }

  release(mark, replace) {
    for (const entry of this.kept.queue.values()) {
      if (entry.mark !== mark) continue;
      Object.assign(entry, { mark: "", seq: ++this.kept.seq, replace: replace || entry.replace });
    }
    this.kept.message = "";
    this.cell(this.kept.at).focus();
    this.send();
    this.draw();
  }

  leave() {
    for (const [name, entry] of this.kept.queue) {
      if (entry.mark !== "differs") continue;
      this.kept.queue.delete(name);
      this.kept.typed.delete(name);
    }
    this.cell(this.kept.at).focus();
    this.draw();
  }

  // The server

  schedule() {
    const { kept } = this;
    kept.firstKey ||= Date.now();
    clearTimeout(kept.timer);
    const due = Math.min(Date.now() + QUIET, kept.firstKey + LONGEST);
    kept.timer = setTimeout(() => this.send(), due - Date.now());
  }

  /** Send what has not been sent; while a batch is on its way the next one waits for its answer. */
  send() {
    const { kept } = this;
    clearTimeout(kept.timer);
    kept.timer = kept.firstKey = 0;
    if (!kept.waiting) this.post_again();
  }

  post_again() {
    const { kept } = this;
    const batch = batchOf(kept.queue, kept.spell);
    if (!batch || this.data.disabled) return;
    kept.sentAt = Date.now();
    kept.waiting ||= kept.sentAt;
    this.post("batch", batch);
  }

  /** The server has spoken: take its answer and what it says is answered. */
  hear(data, post) {
    const shape = JSON.stringify([data.rows, data.columns, data.keys, data.label]);
    this.data = data;
    this.post = post;
    this.heed(JSON.parse(data.answer));
    if (shape !== this.shape) this.build();
    if (!this.shape && data.focused && !WRITTEN.has(document.activeElement?.tagName)) this.go(this.kept.at, true);
    this.shape = shape;
    if (!this.kept.waiting && batchOf(this.kept.queue, "")) this.schedule();
    this.draw();
    if (!this.kept.waiting) this.answered();
  }

  heed(answer) {
    const { kept } = this;
    if (!answer || answer.spell !== kept.spell || answer.upto <= kept.heard) return;
    kept.heard = answer.upto;
    kept.waiting = 0;
    kept.message = answer.message;
    heeded(kept.queue, answer);
  }

  // Drawing

  build() {
    const { data, kept } = this;
    kept.at = this.again() ?? firstPlace(data.cells, data.along);
    this.cells = data.rows.map((_, row) => data.columns.map((_column, column) => made("td", {
      role: "gridcell", tabIndex: -1, at: { row, column },
    }, made("span", { ariaHidden: "true" }))));
    const heads = data.columns.map(([, name]) => made("th", { scope: "col", textContent: name }));
    const top = made("thead", {}, made("tr", {}, made("th", { scope: "col" }, made("span", { textContent: data.head })), ...heads));
    const lines = data.rows.map(([id, title], row) => made("tr", {},
      made("th", { scope: "row" }, made("b", { textContent: id }), made("span", { textContent: title })), ...this.cells[row]));
    this.part("grid").replaceChildren(top, made("tbody", {}, ...lines));
    this.part("grid").ariaLabel = this.part("scroll").ariaLabel = data.label;
    this.part("keys").replaceChildren(...[...data.keys, ["Backspace", "Take back"]].map(([key, words]) => {
      const button = made("button", { type: "button" }, made("kbd", { textContent: key.length > 1 ? "⌫" : key.toUpperCase() }), words);
      button.dataset.key = key;
      return button;
    }));
    this.go(kept.at, false);
  }

  /** Where the cursor's cell stands now, among other rows or columns; null when it is gone. */
  again() {
    const { data, kept } = this;
    if (!kept.on) return null;
    const row = data.rows.findIndex(([id]) => id === kept.on[0]);
    const column = data.columns.findIndex(([id]) => id === kept.on[1]);
    return row < 0 || column < 0 ? null : { row, column };
  }

  cell(at) {
    return this.cells[at.row][at.column];
  }

  /** Put the cursor somewhere; with `focus` the keyboard follows. */
  go(at, focus) {
    const old = this.cells[this.kept.at.row]?.[this.kept.at.column];
    if (old) old.tabIndex = -1;
    old?.parentElement.classList.remove("here");
    this.kept.at = at;
    const cell = this.cell(at);
    cell.tabIndex = 0;
    cell.parentElement.classList.add("here");
    const [[id, title], [column, name]] = [this.data.rows[at.row], this.data.columns[at.column]];
    this.kept.on = [id, column];
    this.say("now", `${id} ${title}, ${name}`);
    if (focus) this.reach(cell);
    this.draw();
  }

  /** Focus a cell where it can be seen beside its row's and its column's head, and the keys below. */
  reach(cell) {
    const scroll = this.part("scroll");
    const corner = this.part("grid").tHead.rows[0].cells[0].getBoundingClientRect();
    scroll.style.setProperty("--head", `${corner.height}px`);
    scroll.style.setProperty("--side", `${corner.width}px`);
    cell.focus({ preventScroll: true });
    const [place, frame] = [cell.getBoundingClientRect(), scroll.getBoundingClientRect()];
    const [top, left] = [frame.top + scroll.clientTop, frame.left + scroll.clientLeft];
    scroll.scrollTop += beyond(place.top, place.bottom, top + corner.height, top + scroll.clientHeight);
    scroll.scrollLeft += beyond(place.left, place.right, left + corner.width, left + scroll.clientWidth);
    scroll.scrollIntoView({ block: "nearest" });
  }

  /** How a cell stands: as the server says, or as it was keyed since. */
  state(row, column) {
    const entry = this.kept.queue.get(cellName(this.data.rows[row][0], this.data.columns[column][0]));
    if (!entry) return this.data.cells[row][column];
    return entry.mark || (entry.key ? "pending" : "leaving");
  }

  draw() {
    const shown = this.part("show").checked ? this.kept.at.row : -1;
    this.cells.forEach((line, row) => line.forEach((cell, column) => {
      const state = this.state(row, column);
      const own = row === shown && state !== OPEN && state !== NOT_ASKED && state !== "leaving";
      const name = cellName(this.data.rows[row][0], this.data.columns[column][0]);
      const typed = own ? this.kept.typed.get(name)?.toUpperCase() : undefined;
      const label = `${this.data.rows[row][0]}, ${this.data.columns[column][1]}: ${cellWords(state)}${typed ? `, ${typed}` : ""}`;
      if (cell.ariaLabel !== label) cell.ariaLabel = label;
      if (cell.className !== CLASSES[state]) cell.className = CLASSES[state];
      const sign = typed && SIGNS[state] === "!" ? `${typed} !` : typed ?? SIGNS[state];
      if (cell.firstChild.textContent !== sign) cell.firstChild.textContent = sign;
    }));
    this.tell();
  }

  /** The count, what differs, and what could not be saved. */
  tell() {
    const { kept, data } = this;
    const every = data.cells.map((line) => [...line]).flat();
    const saved = every.filter((state) => state === FILLED).length;
    const asked = every.filter((state) => state !== NOT_ASKED).length;
    const entries = [...kept.queue.values()];
    const differs = entries.filter((entry) => entry.mark === "differs").length;
    const words = countWords(saved, asked, entries.filter((entry) => !entry.mark).length);
    if (this.part("count").textContent !== words) this.lull(countWords(saved, asked, 0));
    this.say("count", words);
    const stuck = entries.some((entry) => entry.mark === "stuck");
    const why = stuck ? kept.message : this.late() ? DROPPED : "";
    this.trouble("stuck", "why", why);
    this.part("again").hidden = !stuck;
    this.trouble("differs", "how-many", differs ? differsWords(differs) : "");
  }

  trouble(part, line, words) {
    this.part(part).hidden = !words;
    if (words && this.part(line).textContent !== words) this.announce(words);
    this.say(line, words);
  }

  /** Read the count out once it rests. */
  lull(words) {
    clearTimeout(this.kept.lull);
    this.kept.lull = setTimeout(() => this.announce(words), LULL);
  }

  announce(words) {
    this.say("status", words);
  }

  say(name, words) {
    const part = this.part(name);
    if (part.textContent !== words) part.textContent = words;
  }
}

function made(tag, properties, ...children) {
  const part = document.createElement(tag);
  Object.assign(part, properties);
  part.append(...children);
  return part;
}

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.grid ??= new Grid(parentElement, data);
  parentElement.grid.hear(data, setTriggerValue);
}
