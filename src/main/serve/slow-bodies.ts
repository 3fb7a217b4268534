import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Pace {
  /** How much has to come between two looks. */
  readonly leastBytes: number;
  /** After how many looks at which less had come, all in all, a client is cut off. */
  readonly patience: number;
}

interface Watched {
  bytesRead: number;
  patience: number;
}

/**
 * The requests whose bodies are still coming. A client may be slow for a while, or for long as long as it gets on; but one that sends a
 * byte now and then would hold its place for ever.
 */
export class SlowBodies {
  readonly #pace: Pace;
  readonly #watched = new Map<IncomingMessage, Watched>();

  constructor(server: Server, pace: Pace = { leastBytes: 1024, patience: 20 }) {
    this.#pace = pace;
    server.on('request', (request: IncomingMessage) => this.#watch(request));
  }

  /** Looks at all of them, and cuts off those that have used up its patience. To be called about once a second. */
  look(): void {
    for (const [{ socket, complete, readableLength }, watched] of this.#watched) {
      const came = socket.bytesRead - watched.bytesRead;
      watched.bytesRead = socket.bytesRead;
      // What has come and was not read yet waits for us, not we for the client.
      if (complete || readableLength > 0 || came >= this.#pace.leastBytes) continue;
      watched.patience -= 1;
      if (watched.patience === 0) cutOff(socket);
    }
  }

  #watch(request: IncomingMessage): void {
    const { 'content-length': length = '0', 'transfer-encoding': encoding } = request.headers;
    if (length === '0' && encoding === undefined) return;
    this.#watched.set(request, { bytesRead: request.socket.bytesRead, patience: this.#pace.patience });
    request.once('close', () => this.#watched.delete(request));
  }
}

/** The request may be answered already, or never: either way nothing more is read. */
function cutOff(socket: Socket): void {
  socket.destroy();
}
