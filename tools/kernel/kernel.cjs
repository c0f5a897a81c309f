// connection file → the TypeScript kernel (tslab), with repairs. Jupyter starts this file; see tools/lib/jupyter.mjs.
'use strict';
const zmq = require('zeromq');
const { JupyterHandlerImpl, ZmqServer } = require('tslab/dist/jupyter');
const { StreamBuffer } = require('./stream-buffer.cjs');
require('./shorthand.cjs');

// 1. The output socket accepts 512 messages in one turn of the event loop and throws EBUSY at the next one. A cell that
//    prints more lost its lines and its own end, and stayed at [*]. Without a limit nothing is lost.
class Publisher extends zmq.Publisher {
  constructor(options) {
    super({ ...options, sendTimeout: 0, sendHighWaterMark: 0 });
  }
}
Object.defineProperty(zmq, 'Publisher', { configurable: true, enumerable: true, value: Publisher });

// 2. Each call of console.log is a message of its own, and twenty thousand messages are too many for those who read them.
const handleExecute = JupyterHandlerImpl.prototype.handleExecute;
JupyterHandlerImpl.prototype.handleExecute = async function (request, writeStream, writeDisplayData) {
  const printed = new StreamBuffer(writeStream);
  const display = (content, update) => {
    printed.flush();
    writeDisplayData(content, update);
  };
  const reply = await handleExecute.call(this, request, (name, text) => printed.write(name, text), display);
  printed.flush();
  return reply;
};

// 3. Where there are no signals (Windows) the stop button arrives as a message, which tslab does not know.
// 4. A cell that is still computing would keep the process alive after "restart kernel" until Jupyter kills it.
// 5. What JupyterLab asks of every kernel and tslab does not know, it would report in the last cell that ran.
const unknown = ['history_request', 'comm_open', 'comm_msg', 'comm_close', 'debug_request'];
const handleShellMessage = ZmqServer.prototype.handleShellMessage;
ZmqServer.prototype.handleShellMessage = async function (socket, ...frames) {
  const type = messageType(frames);
  if (type === 'interrupt_request') process.emit('SIGINT', 'SIGINT');
  else if (unknown.includes(type)) withoutWarning(() => handleShellMessage.call(this, socket, ...frames));
  else await handleShellMessage.call(this, socket, ...frames);
  if (type === 'shutdown_request') setTimeout(() => process.exit(), 100);
};

function messageType(frames) {
  const delimiter = frames.findIndex((frame) => frame.equals(Buffer.from('<IDS|MSG>')));
  return JSON.parse(frames[delimiter + 2].toString()).msg_type;
}

function withoutWarning(work) {
  const { warn } = console;
  console.warn = () => {};
  work(); // warns before its first await
  console.warn = warn;
}

// 6. A kernel whose server was killed would compute on for ever.
const server = process.ppid;
setInterval(() => process.ppid === server || process.exit(), 1000).unref();

require('tslab/dist/main').main();
