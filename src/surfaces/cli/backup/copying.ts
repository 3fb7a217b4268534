/** Called now and then with how many facts of a copy are verified. */
export type CopyProgress = (checked: number, size: number) => void;

export interface RestoreOptions {
  /** Restore it even if signed facts are lost; it can then be read and not added to. */
  readonly forReading: boolean;
  readonly progress: CopyProgress;
}
