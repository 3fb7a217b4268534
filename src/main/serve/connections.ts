import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as SecureServer } from 'node:https';
import type { Socket } from 'node:net';

/** Every open connection, with the answers that are due on it. */
export class Connections {
  readonly #server: Server;
  readonly #due = new Map<Socket, Set<ServerResponse>>();
  readonly #endless = new WeakSet<object>();
  #isClosing = false;

  constructor(server: Server) {
    this.#server = server;
    const event = server instanceof SecureServer ? 'secureConnection' : 'connection';
    server.on(event, (socket: Socket) => this.#opened(socket));
    server.on('request', (request: IncomingMessage, response: ServerResponse) => this.#asked(request.socket, response));
  }

  /** Says that an answer never ends by itself, so that nobody waits for it. */
  markEndless(response: object): void {
    this.#endless.add(response);
  }

  /** Accepts nothing more, and resolves when all that was accepted is answered, or cut off after so many milliseconds. */
  async close(graceMs: number): Promise<void> {
    this.#isClosing = true;
    const closed = new Promise((resolve) => this.#server.close(resolve));
    for (const [socket, due] of this.#due) this.#release(socket, due);
    const timer = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  }

  #opened(socket: Socket): void {
    this.#due.set(socket, new Set());
    socket.once('close', () => this.#due.delete(socket));
  }

  #asked(socket: Socket, response: ServerResponse): void {
    const due = this.#due.get(socket);
    if (due === undefined) return;
    if (this.#isClosing) response.shouldKeepAlive = false;
    due.add(response);
    response.once('close', () => {
      due.delete(response);
      if (this.#isClosing && due.size === 0) socket.destroySoon();
    });
  }

  #release(socket: Socket, due: ReadonlySet<ServerResponse>): void {
    if (due.size === 0) socket.destroy();
    for (const response of due) {
      if (this.#endless.has(response)) response.destroy();
      else response.shouldKeepAlive = false;
    }
  }
}
