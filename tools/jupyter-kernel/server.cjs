// requests on the sockets of Jupyter → the kernel → replies, and what a cell shows
'use strict';
const zmq = require('zeromq');
const ts = require('@tslab/typescript-for-tslab');
const { compose, parse } = require('./message.cjs');
const { StreamBuffer } = require('./stream-buffer.cjs');

/** What the kernel says of itself. The part `language_info` is copied into notebooks; tools/lib/notebook.mjs has it too. */
const kernelInfo = {
  status: 'ok',
  protocol_version: '5.3',
  implementation: 'tslab',
  implementation_version: require('tslab/package.json').version,
  language_info: {
    name: 'typescript',
    version: ts.version,
    mimetype: 'text/typescript',
    file_extension: '.ts',
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
  },
  banner: `TypeScript ${ts.version}`,
  help_links: [{ text: 'TypeScript', url: 'https://www.typescriptlang.org/docs' }],
};

// A socket would accept 512 messages in one turn of the event loop and throw at the next one. Without a limit nothing is lost.
const unlimited = { sendTimeout: 0, sendHighWaterMark: 0 };

class Server {
  #kernel;
  #connection;
  #shell = new zmq.Router(unlimited);
  #control = new zmq.Router(unlimited);
  #stdin = new zmq.Router();
  #heartbeat = new zmq.Reply();
  #iopub = new zmq.Publisher(unlimited);

  constructor(kernel, connection) {
    this.#kernel = kernel;
    this.#connection = connection;
  }

  async start() {
    const { transport, ip, ...ports } = this.#connection;
    const sockets = {
      shell: this.#shell,
      control: this.#control,
      stdin: this.#stdin,
      hb: this.#heartbeat,
      iopub: this.#iopub,
    };
    for (const [name, socket] of Object.entries(sockets)) {
      const port = ports[`${name}_port`];
      await socket.bind(transport === 'ipc' ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`);
    }
    this.#publish('status', { execution_state: 'starting' });
    this.#listen(this.#shell);
    this.#listen(this.#control);
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }

  async #listen(socket) {
    for await (const frames of socket) {
      const request = parse(frames, this.#connection.key);
      if (request) void this.#answer(socket, request); // not awaited: a cell that runs keeps no other request waiting
    }
  }

  /** Each request is framed by "busy" and "idle", and gets one reply, whatever happens. */
  async #answer(socket, request) {
    const type = request.header.msg_type.replace(/_request$/, '');
    this.#publish('status', { execution_state: 'busy' }, request);
    try {
      const answer = this.#answers[type];
      const content = await answer?.(request.content, request);
      if (content)
        await socket.send(compose(`${type}_reply`, { status: 'ok', ...content }, request, this.#connection.key));
    } catch (error) {
      const content = { status: 'error', ename: error.name, evalue: error.message, traceback: [] };
      await socket.send(compose(`${type}_reply`, content, request, this.#connection.key));
    } finally {
      this.#publish('status', { execution_state: 'idle' }, request);
    }
    if (type === 'shutdown') setTimeout(() => process.exit(), 100); // a cell that is still computing would keep the process alive
  }

  /** What is not in this list (the debugger, comms) gets no reply, as the protocol wants it. */
  #answers = {
    kernel_info: () => kernelInfo,
    execute: (content, request) => this.#execute(content, request),
    complete: ({ code, cursor_pos }) => this.#kernel.complete(code, cursor_pos),
    inspect: ({ code, cursor_pos }) => this.#kernel.inspect(code, cursor_pos),
    is_complete: ({ code }) => this.#kernel.isComplete(code),
    history: () => ({ history: [] }),
    comm_info: () => ({ comms: {} }),
    interrupt: () => {
      process.emit('SIGINT', 'SIGINT'); // where there are no signals (Windows)
      return {};
    },
    shutdown: ({ restart = false }) => ({ restart }),
  };

  #execute(content, request) {
    const silent = content.silent ?? false;
    const send = (type, message) => silent || this.#publish(type, message, request);
    // A message for each console.log would be too many for those who read them.
    const printed = new StreamBuffer((name, text) => send('stream', { name, text }));
    const after = (type) => (message) => {
      printed.flush();
      send(type, message);
    };
    const display = (bundle, update) => after(update ? 'update_display_data' : 'display_data')(bundle);
    return this.#kernel.execute(content, {
      begin: (execution_count) => send('execute_input', { code: content.code, execution_count }),
      print: (name, text) => printed.write(name, text),
      display,
      error: after('error'),
      end: () => printed.flush(),
    });
  }

  #publish(type, content, request) {
    void this.#iopub.send(compose(type, content, request, this.#connection.key, type));
  }
}

module.exports = { Server };
