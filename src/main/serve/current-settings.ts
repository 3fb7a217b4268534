import type { CiRule } from '../../app/door/ci/ci-rule.ts';
import type { ServerSettings } from '../../surfaces/cli/settings.ts';
import type { HttpSettings } from '../../surfaces/http/http-host.ts';
import { ciRulesIn } from '../door/ci-rules.ts';
import { httpSettings } from './http-settings.ts';
import { readTls, type TlsFiles } from './read-tls.ts';

/** The settings by which a server goes; while it runs, they change as a whole or not at all. */
export class CurrentSettings {
  #server: ServerSettings;
  #http: HttpSettings;
  #tls: TlsFiles | undefined;
  #ciRules: readonly CiRule[];

  /** @throws LedgerError as httpSettings, readTls and ciRulesIn do. */
  constructor(server: ServerSettings) {
    this.#server = server;
    this.#http = httpSettings(server);
    this.#tls = readTls(server);
    this.#ciRules = ciRulesIn(server.ci);
  }

  get server(): ServerSettings {
    return this.#server;
  }

  get http(): HttpSettings {
    return this.#http;
  }

  get tls(): TlsFiles | undefined {
    return this.#tls;
  }

  get ciRules(): readonly CiRule[] {
    return this.#ciRules;
  }

  /** Throws as the constructor does; then everything stays as it was. */
  replace(server: ServerSettings): void {
    const { http, tls, ciRules } = new CurrentSettings(server);
    [this.#server, this.#http, this.#tls, this.#ciRules] = [server, http, tls, ciRules];
  }
}
