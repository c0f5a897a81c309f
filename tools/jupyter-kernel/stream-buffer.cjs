// what a cell prints, piece by piece → fewer and longer messages. JupyterLab takes seconds for a thousand messages and
// nbclient gives up on them, so that a cell that prints 20,000 lines would lose some of them.
'use strict';

const interval = 20; // ms between two messages: to the eye at once

class StreamBuffer {
  #send;
  #name = '';
  #text = '';
  #sent = 0;
  #timer;

  /** @param send `(name, text)` sends one message */
  constructor(send) {
    this.#send = send;
  }

  /** Sends at once when the last message is old enough, also while a cell computes without a pause; later otherwise. */
  write(name, text) {
    if (name !== this.#name) this.flush();
    this.#name = name;
    this.#text += text;
    if (performance.now() - this.#sent >= interval) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), interval);
  }

  /** Sends what is held back: before any other output, and at the end of the cell. */
  flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    this.#sent = performance.now();
    this.#send(this.#name, text);
  }
}

module.exports = { StreamBuffer };
