import type { Instant } from '../../domain/instant.ts';
import type { Post } from './attempt.ts';
import type { Receiver } from './receiver.ts';

/** A fact that a receiver did not take. */
export interface DeadLetterView {
  readonly id: string;
  readonly receiver: string;
  readonly index: number;
  readonly attempts: number;
  readonly error: string;
  readonly failedAt: Instant;
  /** Whether a server is about to send it once more. */
  readonly due: boolean;
}

export interface TellPorts {
  readonly post: Post;
  /** Resolves after some milliseconds, or earlier when the signal says to stop. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  chance(): number;
  /** To be told of what fails, in words for the server's log. */
  failed(receiver: string, error: unknown): void;
}

/** What goes out: each fact to each receiver, in order and at least once. */
export interface Outbox {
  /**
   * Tells receivers what happens until the signal says to stop, each from where it stands and at its own pace; one that is new begins at
   * the end of the log. What one does not take within some nine hours becomes a dead letter, and it goes on with the next fact.
   */
  tell(receivers: readonly Receiver[], ports: TellPorts, signal: AbortSignal): Promise<void>;
  /** The oldest first. */
  deadLetters(): Promise<readonly DeadLetterView[]>;
  /** Has the server send a dead letter once more. @throws LedgerError `not-found`. */
  sendAgain(id: string): Promise<void>;
}
