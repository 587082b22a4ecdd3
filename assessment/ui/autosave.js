/* A text box that saves while a person types (autosave.py tells what it promises).

   Streamlit calls the default function again after every rerun, with what the server now says.
   What must outlive that (timers, what was sent, what is known to be stored) is kept on the root.
   Everything between the first line and `export default` is free of the page and tested alone. */

const QUIET = 400;      // ms after the last key
const LONGEST = 800;    // ms that any key waits while typing goes on
const PATIENCE = 2000;  // ms without an answer before the box says so and sends again
const REST = 1500;      // ms without a key after which a screen reader is told that it is saved
const HELD = 3000;      // ms without a key after which a half-written number is sent as it is
const KEPT_DRAFTS = 40;
const LONGEST_TRAIL = 500;

/** One Unicode form, one kind of line end, no control or direction-override characters. */
function plain(text) {
  return text.replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}|\p{Noncharacter_Code_Point}/gu, "")
    .replace(/\r\n?/g, "\n").normalize("NFC");
}

/** The same, and nothing where there is only white space; assessment/access/texts.py does so too. */
export function tidy(text) {
  const kept = plain(text);
  return /\S|\ufeff/u.test(kept) ? kept : "";
}

/** 32-bit FNV-1a over UTF-16 code units; assessment/access/typed.py does the same. */
export function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return value.toString(16).padStart(8, "0");
}

/** When a draft is due: after a pause, and never long after the first key not yet sent. */
export function due(now, firstKey) {
  return Math.min(now + QUIET, firstKey + LONGEST);
}

const WORD = "[\\p{L}\\p{Nd}]";
const GAP = "(?:[\\s\\p{Cf}\\p{Pd}\\u2043\\u2044\\u2212\\u2215/\\\\_()+]{1,3}|\\.)";
const MONTH = `(?:[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]u[nl]|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)\\p{Ll}{0,6}(?!${WORD})`;
const CHUNK = `(?:(?=\\p{L}*\\p{Nd})${WORD}+|${MONTH})`;
const RUN = new RegExp(
  `(?<!${WORD})(?:(?:\\p{L}{1,2}|\\p{Lu}{3,5})${GAP})?${CHUNK}(?:${GAP}${CHUNK})*(?:${GAP}(?:\\p{L}{1,2})?)?$`, "u",
);
const ADDRESS = /[^\s@]{1,64}@[^\s@]*$/u;
const LONGEST_RUN = 80;

/** Where the words at the caret look like the beginning of an identifier: [start, end], or null.
    A short word, groups of letters and digits, a short word: "AB 12 34", "A1234B", "943 476 59". */
export function unfinished(text, caret) {
  const head = text.slice(Math.max(0, caret - LONGEST_RUN), caret);
  const rest = new RegExp(`^${WORD}*`, "u").exec(text.slice(caret, caret + LONGEST_RUN))[0];
  const address = ADDRESS.exec(head);
  const run = address ?? RUN.exec(head + rest);
  if (!run || (!address && (run[0].match(/\p{Nd}/gu) ?? []).length < 3)) return null;
  const end = caret + rest.length;
  return [(address ? caret : end) - run[0].length, end];
}

/** The part of `mine` that waits: what is unfinished at the caret and not stored already. */
export function heldBack(base, mine, caret) {
  const span = unfinished(mine, caret);
  if (!span) return null;
  const shorter = Math.min(base.length, mine.length);
  let before = 0;
  while (before < shorter && base[before] === mine[before]) before++;
  let after = 0;
  while (after < shorter - before && base.at(-1 - after) === mine.at(-1 - after)) after++;
  const start = Math.max(span[0], before);
  const end = Math.min(span[1], mine.length - after);
  return start < end ? [start, end] : null;
}

/** Whether the box holds words that are not stored. */
export function dirty(kept, mine) {
  return mine !== kept.base && mine !== kept.accepted;
}

/** What `stored` means to a box that holds `mine`: known, ours, theirs to take, or a conflict. */
export function meet(kept, mine, stored) {
  if (stored === mine || stored === kept.base) return "known";
  if (kept.trail.some((sent) => sent.hash === hash(stored))) return "known";
  return dirty(kept, mine) ? "conflict" : "take";
}

/** The drafts that the server may still store after it has answered the one sent at `answered`. */
export function trimmed(trail, answered) {
  return trail.filter((sent) => sent.at > answered);
}

/** `mine` without the places the guard named in `refused`; places count characters, not units. */
export function cut(mine, refused, spans) {
  const characters = Array.from(refused);
  let text = mine;
  for (const [start, end] of [...spans].sort((a, b) => b[0] - a[0])) {
    const snippet = characters.slice(start, end).join("");
    const there = characters.slice(0, start).join("").length;
    const at = text.startsWith(snippet, there) ? there : text.indexOf(snippet);
    if (snippet && at >= 0) text = text.slice(0, at) + text.slice(at + snippet.length);
  }
  return text;
}

/** Both texts in one: theirs first, then ours. */
export function together(theirs, mine, lines) {
  return [theirs, mine].filter(Boolean).join(lines === 1 ? " " : "\n\n");
}

/** How much room is left, said only near the limit. */
export function room(text, limit) {
  const left = limit - Array.from(text).length;
  if (left > limit / 10) return "";
  const count = Math.abs(left).toLocaleString("en-GB");
  const noun = Math.abs(left) === 1 ? "character" : "characters";
  return left < 0 ? `${count} ${noun} over the limit` : `${count} ${noun} left`;
}

/** "Saved 11:02:14" today, with its date on any other day; days are London's. */
export function savedWords(data, now) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(now);
  return data.saved_day === today ? data.saved : data.saved_long;
}

/** How long a click waits. Streamlit drops a draft that is pending when another page is asked for,
    and a button pressed in the same moment as a draft leaves counts as pressed in its fragment. */
export function holdFor(tag, unsaved, sinceSent) {
  if (tag === "A") return unsaved ? 1500 : 0;
  return sinceSent < 50 ? 60 : 0;
}

/** What the status line says. */
export function statusWords(kept, data, mine, now) {
  if (data.disabled) return "";
  if (kept.theirs !== null) return `Not saved yet. ${staleWords(kept.answer)}`;
  if (!dirty(kept, mine)) return savedWords(data, now);
  if (kept.answer && kept.answer.kind !== "saved") return kept.answer.message;
  if (kept.waiting && now - kept.waiting > PATIENCE) {
    return "Not saved yet: the connection dropped. Your words are still in the box and will be saved when it returns.";
  }
  return "Saving";
}

/** What a screen reader is told: trouble as it comes, that it is saved once nobody types; null to
    say nothing new. Otherwise each second of typing would be read aloud, and each page as it opens. */
export function toldWords(kept, data, mine, now) {
  const words = statusWords(kept, data, mine, now);
  if (dirty(kept, mine) || kept.theirs !== null) return words === "Saving" ? null : words;
  if (kept.answer?.kind !== "saved") return "";
  return now - kept.typedAt < REST ? null : [words, room(mine, data.limit)].filter(Boolean).join(". ");
}

function staleWords(answer) {
  if (answer && answer.kind === "stale") return answer.message;
  return "This was changed by someone else. Both are shown; nothing is lost. Choose one or join them.";
}

function fresh(data) {
  const random = crypto.getRandomValues(new Uint32Array(4));
  return {
    spell: Array.from(random, (part) => part.toString(16).padStart(8, "0")).join(""),
    base: data.text,       // what the box last knew to be stored
    accepted: null,        // what the server took and stored in another form
    trail: [],             // {at, hash} of drafts that the server may still store
    drafts: new Map(),     // at -> text, to cut from and to confirm
    last: { at: 0, text: null },
    firstKey: 0,           // when the oldest key not yet sent was pressed
    keyAt: 0,              // when the last key was pressed; 0 once nothing is to be held back
    typedAt: 0,            // when the last key was pressed
    release: 0,            // the timer that ends the holding back
    waiting: 0,            // since when the last draft waits for its answer
    theirs: null,          // another person's text while ours is unsaved
    aside: null,           // the text a choice put away, until the next key
    pressedFor: null,      // the text that stood refused as the button to keep it was pressed down
    confirming: null,      // the text whose likely identifier was kept on purpose
    confirmedAt: 0,        // when that was sent
    answer: null,
    composing: false,
    heldAt: 0,             // the draft for which a click has waited already
    timer: 0,
  };
}

// Boxes by key. One that left the page with unsaved words hands them to its successor.
const boxes = new Map();
const PRESSED = new Set(["A", "BUTTON", "INPUT", "LABEL"]);
const GROWS = globalThis.CSS?.supports("field-sizing", "content");

/** A box on the page: its parts, what it keeps, and what it does. */
class Box {
  constructor(root, data) {
    this.root = root;
    this.data = data;
    const before = boxes.get(data.key);
    const inherits = before && !before.root.host.isConnected && before.unsaved();
    this.kept = inherits ? before.kept : fresh(data);
    this.kept.last.text = null;  // what was refused before it left may be taken now: it is asked again
    boxes.set(data.key, this);
    this.field = document.createElement(data.lines === 1 ? "input" : "textarea");
    this.field.id = "field";
    this.field.dir = "auto";
    this.field.autocomplete = "off";
    this.field.style.setProperty("--lines", data.lines);
    this.part("mine").append(this.field);
    this.field.value = inherits ? before.field.value : data.text;
    this.listen();
  }

  part(name) {
    return this.root.querySelector(`[data-part="${name}"]`);
  }

  get mine() {
    return tidy(this.field.value);
  }

  /** The text that may be sent now: all of it, but for a number that is still being written. */
  get ready() {
    const { kept, mine } = this;
    if (Date.now() - kept.keyAt >= HELD) return mine;
    const caret = plain(this.field.value.slice(0, this.field.selectionEnd)).length;
    const held = heldBack(kept.base, mine, caret);
    return held ? mine.slice(0, held[0]) + mine.slice(held[1]) : mine;
  }

  listen() {
    const stop = new AbortController();
    const on = (target, name, act, capture) => target.addEventListener(name, act, { signal: stop.signal, capture });
    on(this.field, "input", () => this.typed());
    on(this.field, "blur", () => this.flush());
    on(this.field, "keydown", (event) => this.entered(event));
    on(this.field, "compositionstart", () => { this.kept.composing = true; });
    on(this.field, "compositionend", () => { this.kept.composing = false; this.typed(); });
    // A click on another page's name is a pointer going down first: the words leave before it.
    on(document, "pointerdown", () => this.flush(), true);
    on(this.part("keep"), "pointerdown", () => { this.kept.pressedFor = this.refused(); });
    on(document, "click", (event) => this.hold(event), true);
    // Before a reload or a closed tab: the words leave first, whatever the answer would be.
    on(window, "beforeunload", (event) => { this.leave(); if (this.stuck()) event.preventDefault(); });
    on(window, "pagehide", () => this.leave());
    on(document, "visibilitychange", () => document.hidden && this.flush());
    for (const name of ["remove", "keep", "keep-mine", "take-theirs", "join", "put-back"]) {
      on(this.part(name), "click", () => { this.choose(name); this.field.focus(); });
    }
    const beat = setInterval(() => this.beat(() => { clearInterval(beat); stop.abort(); }), PATIENCE / 4);
  }

  /** Twice a second: say how it stands, and send again what nobody answered. */
  beat(end) {
    if (!this.root.host.isConnected) {
      if (!this.unsaved() && boxes.get(this.data.key) === this) boxes.delete(this.data.key);
      return end();
    }
    if (this.due() && Date.now() - this.kept.last.at >= PATIENCE) this.send();
    this.draw();
  }

  /** Whether there is something to send: unsaved words that were not refused just as they are. */
  due() {
    const { kept } = this;
    if (this.data.disabled || kept.theirs !== null) return false;
    if (kept.confirming !== null) return true;
    const refused = kept.answer && kept.answer.kind !== "saved" && kept.answer.at === kept.last.at;
    const ready = this.ready;
    return dirty(kept, ready) && !(refused && ready === kept.last.text);
  }

  unsaved() {
    return !this.data.disabled && dirty(this.kept, this.mine);
  }

  /** Words that will not be saved without the person: refused, in conflict, or cut off. */
  stuck() {
    return this.unsaved() && statusWords(this.kept, this.data, this.mine, Date.now()) !== "Saving";
  }

  /** A click waits a moment for words on their way: see `holdFor`. */
  hold(event) {
    const { kept } = this;
    const target = event.composedPath().find((part) => PRESSED.has(part.tagName));
    if (target && this.data.adds && target.closest(this.adds)) return this.holdAdding(event);
    if (!target || kept.heldAt === kept.last.at || event.ctrlKey || event.metaKey) return;
    const wait = holdFor(target.tagName, this.due(), Date.now() - kept.last.at);
    if (!wait || this.root.contains(target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    kept.heldAt = kept.last.at;
    const patience = setTimeout(() => go(), wait);
    const go = () => { clearTimeout(patience); this.answered = () => {}; target.click(); };
    if (target.tagName === "A") this.answered = go;
  }

  /** Where the button stands that makes something of the stored text. */
  get adds() {
    return `.st-key-${this.data.adds}`;
  }

  /** Enter, in a box whose text a button uses. */
  entered(event) {
    if (event.key !== "Enter" || event.isComposing || !this.data.adds) return;
    document.querySelector(`${this.adds} button`)?.click();
  }

  /** That button waits until the words are stored, and is not pressed where they are refused. */
  holdAdding(event) {
    if (!this.unsaved()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.flush();
    if (!this.kept.waiting) return this.field.focus();
    this.answered = () => {
      this.answered = () => {};
      if (this.unsaved()) this.field.focus();
      else document.querySelector(`${this.adds} button`)?.click();
    };
  }

  /** What waits for an answer, if anything does. */
  answered() {}

  typed() {
    const { kept } = this;
    kept.aside = null;
    kept.keyAt = kept.typedAt = Date.now();
    clearTimeout(kept.release);
    kept.release = setTimeout(() => this.lapse(), HELD);
    this.schedule();
    this.draw();
  }

  schedule() {
    const { kept } = this;
    kept.firstKey ||= Date.now();
    clearTimeout(kept.timer);
    kept.timer = setTimeout(() => this.lapse(), due(Date.now(), kept.firstKey) - Date.now());
  }

  /** A pause is over: send what is ready and was not sent before. */
  lapse() {
    const { kept } = this;
    kept.timer = kept.firstKey = 0;
    if (Date.now() - kept.keyAt >= HELD - 50) kept.keyAt = 0;
    if (this.due() && this.ready !== kept.last.text) this.send();
    else this.draw();
  }

  /** Send at once what has not been sent at all: the person is leaving, and nothing is held back. */
  flush() {
    this.kept.keyAt = 0;
    if (this.due() && this.mine !== this.kept.last.text) this.send();
    else this.align();
  }

  /** Send at once what is ready: the page goes, but the beginning of a number stays held back. */
  leave() {
    if (this.due() && this.ready !== this.kept.last.text) this.send();
  }

  send() {
    const { kept } = this;
    clearTimeout(kept.timer);
    kept.timer = kept.firstKey = 0;
    if (!this.due()) return this.draw();
    const confirmed = kept.confirming !== null;
    const text = confirmed ? kept.confirming : this.ready;
    const at = Math.max(Date.now(), kept.last.at + 1);
    const trail = kept.trail.map((sent) => sent.hash);
    this.post("draft", { text, confirmed, at, trail, seen: hash(kept.base), spell: kept.spell });
    this.note(at, text, confirmed);
  }

  /** Remember what was sent, so that it is known again when it comes back as stored. */
  note(at, text, confirmed) {
    const { kept } = this;
    kept.last = { at, text };
    kept.waiting ||= at;
    if (confirmed) kept.confirmedAt = at;
    kept.drafts.set(at, text);
    if (kept.drafts.size > KEPT_DRAFTS) kept.drafts.delete(kept.drafts.keys().next().value);
    this.recall(at, hash(text));
  }

  recall(at, hashed) {
    const others = this.kept.trail.filter((sent) => sent.hash !== hashed);
    this.kept.trail = [...others, { at, hash: hashed }].slice(-LONGEST_TRAIL);
  }

  /** The server has spoken: take its answer and what it says is stored. */
  hear(data, post) {
    this.data = data;
    this.post = post;
    this.heed(JSON.parse(data.answer));
    this.settle(data.text);
    this.dress(data);
    if (this.due() && this.ready !== this.kept.last.text && !this.kept.timer) this.schedule();
    this.draw();
    if (!this.kept.waiting) this.answered();
  }

  heed(answer) {
    const { kept } = this;
    if (!answer || answer.spell !== kept.spell || answer.at <= (kept.answer?.at ?? 0)) return;
    kept.answer = answer;
    kept.waiting = answer.at < kept.last.at ? kept.last.at : 0;
    if (answer.left) this.recall(answer.at, answer.left);
    if (answer.at >= kept.confirmedAt) kept.confirming = null;
    const sent = kept.drafts.get(answer.at);
    if (answer.kind !== "saved" || sent === undefined || answer.hash === hash(sent)) return;
    kept.accepted = sent;
    this.recall(answer.at, answer.hash);
  }

  settle(stored) {
    const { kept, mine } = this;
    const meaning = meet(kept, mine, stored);
    if (meaning === "conflict") {
      kept.theirs = stored;
      return;
    }
    if (meaning === "take" && kept.composing) return;
    if (kept.answer) kept.trail = trimmed(kept.trail, kept.answer.at);
    kept.theirs = null;
    if (kept.base !== stored) kept.aside = null;
    kept.base = stored;
    if (meaning === "take") this.put(stored);
    else if (this.root.activeElement !== this.field) this.align();
  }

  /** Show what the server made of words it stored in another form; not under a person's hands. */
  align() {
    const { kept, mine } = this;
    if (mine === kept.accepted && mine !== kept.base) this.put(kept.base);
  }

  /** New text in the field, the caret left where it was as far as that goes. */
  put(text) {
    const { selectionStart, selectionEnd } = this.field;
    this.field.value = text;
    this.kept.accepted = null;
    if (this.root.activeElement === this.field) this.field.setSelectionRange(selectionStart, selectionEnd);
  }

  choose(name) {
    const { kept, mine } = this;
    kept.keyAt = 0;
    if (name === "remove") this.put(cut(mine, this.refused(), kept.answer.spans));
    if (name === "keep") kept.confirming = kept.pressedFor ?? this.refused();
    kept.pressedFor = null;
    if (name === "put-back") this.swap(kept.aside, mine);
    if (name === "keep-mine") this.resolve(mine, kept.theirs);
    if (name === "take-theirs") this.resolve(kept.theirs, mine);
    if (name === "join") this.resolve(together(kept.theirs, mine, this.data.lines), null);
    this.send();
    this.draw();
  }

  refused() {
    return this.kept.drafts.get(this.kept.answer.at) ?? this.mine;
  }

  resolve(text, aside) {
    this.kept.base = this.kept.theirs;
    this.kept.theirs = null;
    this.swap(text, aside);
  }

  swap(text, aside) {
    this.put(text);
    this.kept.aside = aside;
    this.kept.answer = null;
  }

  /** Label, hint and state of the field, which pages may change between runs. */
  dress(data) {
    this.part("label").textContent = data.label;
    this.say("hint", data.hint);
    this.part("keep").textContent = data.keep;
    this.field.readOnly = data.disabled;
  }

  draw() {
    const { kept, data, mine } = this;
    this.say("status", statusWords(kept, data, mine, Date.now()));
    this.say("told", toldWords(kept, data, mine, Date.now()) ?? this.part("told").textContent);
    this.say("count", room(mine, data.limit));
    const asked = kept.theirs === null && kept.answer?.kind === "identifier" && dirty(kept, mine);
    this.part("guard").hidden = !asked;
    for (const name of ["both", "choice", "mine-head"]) this.part(name).hidden = kept.theirs === null;
    this.mark(this.stuck());
    this.part("undo").hidden = kept.aside === null;
    this.part("texts").classList.toggle("two", kept.theirs !== null);
    this.say("theirs", kept.theirs ?? "");
    if (data.lines > 1 && !GROWS) this.grow();
  }

  /** Whether something is wrong; only then do the lines below describe the field, since a screen
      reader reads each change of what describes it. */
  mark(stuck) {
    this.part("status").classList.toggle("trouble", stuck);
    const described = stuck ? "hint count status" : "hint";
    if (this.field.getAttribute("aria-describedby") !== described) {
      this.field.setAttribute("aria-describedby", described);
    }
  }

  /** Words in a part, touched only when they change: a screen reader reads each change. */
  say(name, words) {
    const part = this.part(name);
    if (part.textContent !== words) part.textContent = words;
    if (name === "hint" || name === "count") part.hidden = !words;
  }

  /** For browsers that cannot size a field by its content. */
  grow() {
    const { field } = this;
    if (field.scrollHeight > field.clientHeight) field.style.height = `${field.scrollHeight + 2}px`;
  }
}

export default function ({ data, parentElement, setStateValue }) {
  parentElement.box ??= new Box(parentElement, data);
  parentElement.box.hear(data, setStateValue);
}
