/* Tells the page on the server when what it follows has moved (moves.py tells how it is known). */

const LOOK = 1000;     // ms between two looks whether the line stands, and the page is still there
const NO_MORE = 1008;  // the server's word that there is nothing to follow any more

class Listener {
  constructor(root, data) {
    this.root = root;
    this.socket = null;
    this.over = false;
    this.given = this.shown = this.heard = data.mark;
    this.waiting = 0;
    this.beat = setInterval(() => this.look(), LOOK);
  }

  /** The page was drawn on the server, and shows how things stood then; that may be more or less
      than was heard here. A part that is drawn again alone brings its old mark along. */
  drawn(data, post) {
    this.post = post;
    this.address = data.address;
    this.pause = data.pause;
    if (data.mark !== this.given) this.given = this.shown = data.mark;
    this.look();
  }

  look() {
    if (!this.root.host.isConnected) this.end();
    else if (!this.socket && !this.over) this.open();
  }

  open() {
    const address = new URL(this.address, location.href).href.replace(/^http/, "ws");
    const socket = new WebSocket(address);
    socket.addEventListener("message", ({ data }) => this.hear(data));
    socket.addEventListener("close", ({ code }) => {
      this.over = code === NO_MORE;
      this.socket = null;
    });
    this.socket = socket;
  }

  hear(mark) {
    if (mark === this.heard) return;
    this.heard = mark;
    this.waiting ||= setTimeout(() => this.ask(), this.pause);
  }

  /** Have it drawn again, unless it was drawn so meanwhile: after one's own press it mostly was. */
  ask() {
    this.waiting = 0;
    if (this.heard === this.shown) return;
    this.shown = this.heard;
    this.post("moved", this.heard);
  }

  end() {
    clearInterval(this.beat);
    clearTimeout(this.waiting);
    this.over = true;
    this.socket?.close();
  }
}

export default function ({ data, parentElement, setTriggerValue }) {
  parentElement.listener ??= new Listener(parentElement, data);
  parentElement.listener.drawn(data, setTriggerValue);
}
