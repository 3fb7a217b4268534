/** A fact that a receiver did not take, however often it was tried. */
export interface DeadLetter {
  readonly id: string;
  readonly receiver: string;
  /** Of the fact. */
  readonly index: number;
  readonly attempts: number;
  /** Why the last attempt failed, in words. */
  readonly error: string;
  readonly failedMs: number;
  /** Whether it is to be sent once more. */
  readonly due: boolean;
}

export type NewDeadLetter = Omit<DeadLetter, 'id' | 'due'>;

/** How far those have come who are told what happens. Every method that writes returns when it is on disk. */
export interface PositionStore {
  /** Index of the fact that a receiver is told next: the one it stands at, or `index` for one that is new. */
  begin(receiver: string, index: number): Promise<number>;
  /**
   * Says that a receiver is done with everything before `index`, and keeps what it did not take. A position never goes back: of two
   * processes that tell the same receiver, the faster one counts.
   */
  advance(receiver: string, index: number, dead?: NewDeadLetter): Promise<void>;
  /** The oldest first. */
  deadLetters(filter: { readonly due?: boolean | undefined }): Promise<DeadLetter[]>;
  /** Makes a dead letter due, and says whether there is one of this id. */
  sendAgain(id: string): Promise<boolean>;
  /** Keeps a dead letter that failed once more, which is due no longer. */
  failAgain(id: string, error: string, failedMs: number): Promise<void>;
  /** Forgets a dead letter: it was taken after all. */
  settleDeadLetter(id: string): Promise<void>;
}
