import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who is sent webhooks, and answers as the test says. */
export class WebhookReceiver {
  /** What came, whatever was answered. */
  readonly received: Received[] = [];
  /** The statuses of the next answers; 204 when there are no more. */
  readonly statuses: number[] = [];
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    this.received.push({ headers: request.headers, body });
    response.writeHead(this.statuses.shift() ?? 204).end();
  });

  /** Says where it listens. */
  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** What came, once there is so much of it. */
  async atLeast(count: number): Promise<readonly Received[]> {
    while (this.received.length < count) await new Promise((resolve) => setTimeout(resolve, 10));
    return this.received;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
