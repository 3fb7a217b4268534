import type { GenericSchema } from 'valibot';

/** What a deployment of some strategy has reached: percentages, slots, stages; flat, so that anything can show it. */
export type Progress = Readonly<Record<string, number | string | boolean | Readonly<Record<string, number>>>>;

/**
 * A way to bring a version into service. The six built-in ones and those of plugins are registered alike: the name is what
 * facts hold, the schema says what progress may claim, `summarise` says it to people.
 */
export interface Strategy {
  readonly name: string;
  /** Accepts what a claim may say of progress; its output is a Progress. */
  readonly progress: GenericSchema;
  /** The progress in a few words, such as `25 % (stage 2)`; empty when nothing was claimed. */
  summarise(progress: Progress): string;
}
