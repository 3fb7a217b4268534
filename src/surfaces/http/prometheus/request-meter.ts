import { Histogram } from '../../../app/prometheus/histogram.ts';

/** Upper limits in seconds. */
const limits = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What this process saw of requests since it started. */
export class RequestMeter {
  readonly durations = new Histogram(['method', 'operation', 'status'], limits);

  /** @param operation the name of the route; paths would make as many series as there are ids */
  observe(method: string, operation: string, status: number, seconds: number): void {
    this.durations.observe([method, operation, String(status)], seconds);
  }
}
