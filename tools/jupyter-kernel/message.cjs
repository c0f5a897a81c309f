// frames of a socket ↔ a message of Jupyter, signed: https://jupyter-client.readthedocs.io/en/stable/messaging.html
'use strict';
const { createHmac, randomUUID, timingSafeEqual } = require('node:crypto');

const delimiter = '<IDS|MSG>';
const session = randomUUID();

/** The message in `frames`; undefined when it is none, or when it is not signed with `key`. */
function parse(frames, key) {
  const at = frames.findIndex((frame) => frame.toString('latin1') === delimiter);
  if (at < 0 || frames.length < at + 6) return undefined;
  const parts = frames.slice(at + 2, at + 6);
  if (key && !isSigned(frames[at + 1], sign(frames.slice(at + 2), key))) return undefined;
  try {
    const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString('utf8')));
    return { identities: frames.slice(0, at), header, parent, metadata, content };
  } catch {
    return undefined;
  }
}

/** The frames of a message of `type` that answers `request`, to its sender or, with a topic, to all who listen. */
function compose(type, content, request, key, topic) {
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session,
    username: 'kernel',
    date: new Date().toISOString(),
    version: '5.3',
  };
  const parts = [header, request?.header ?? {}, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
  const signature = key ? sign(parts, key) : '';
  return [...(topic ? [topic] : request.identities), delimiter, signature, ...parts];
}

function sign(parts, key) {
  const hash = createHmac('sha256', key);
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function isSigned(frame, signature) {
  const wanted = Buffer.from(signature);
  return frame.length === wanted.length && timingSafeEqual(frame, wanted);
}

module.exports = { compose, parse };
