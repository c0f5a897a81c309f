// cells → the kernel → what they show

import { fork, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

/** What came of a cell, up to now: outputs may come later. */
export interface Ran {
  status: string;
  /** All that it printed, on both streams. */
  printed: string;
  /** What it printed on stderr alone. */
  warned: string;
  /** The errors that it shows, as one text each. */
  errors: string[];
  reply: Record<string, unknown>;
}

/** A kernel that runs in `folder`. */
export class Kernel {
  private readonly process: ChildProcess;
  private readonly waiting = new Map<number, (reply: unknown) => void>();
  private readonly cells = new Map<number, Ran>();
  private count = 0;

  constructor(folder: string) {
    this.process = fork(resolve(__dirname, 'kernel-process.cjs'), { cwd: folder, execArgv: [] });
    this.process.on('message', (message: Record<string, unknown>) => this.take(message));
  }

  /** Runs a cell after those before it. */
  async run(code: string, request: Record<string, unknown> = {}): Promise<Ran> {
    const cell = this.count + 1;
    const ran: Ran = { status: '', printed: '', warned: '', errors: [], reply: {} };
    this.cells.set(cell, ran);
    ran.reply = (await this.ask('execute', { cell, request: { code, ...request } })) as Record<string, unknown>;
    ran.status = String(ran.reply.status);
    return ran;
  }

  ask(method: string, content: Record<string, unknown>): Promise<unknown> {
    const id = ++this.count;
    this.process.send({ id, method, ...content });
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  close(): void {
    this.process.kill();
  }

  private take({ id, reply, cell, type, content }: Record<string, unknown>): void {
    if (id !== undefined) this.waiting.get(id as number)?.(reply);
    const ran = this.cells.get(cell as number);
    if (type === 'print') {
      const [name, text] = content as string[];
      ran!.printed += text;
      if (name === 'stderr') ran!.warned += text;
    } else if (type === 'error') ran!.errors.push((content as [{ traceback: string[] }])[0].traceback.join('\n'));
  }
}
