import type { ServerSettings, Setting } from '../settings.ts';

/** What the flags of `serve` say. */
export interface ServeOptions {
  readonly port?: string;
  readonly host?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

/** The server's settings with its flags before everything else. */
export function serverSettings(server: ServerSettings, { port, host, tlsCert, tlsKey }: ServeOptions): ServerSettings {
  return {
    ...server,
    port: flagFirst('--port', port, server.port),
    host: flagFirst('--host', host, server.host),
    tlsCert: flagFirst('--tls-cert', tlsCert, server.tlsCert),
    tlsKey: flagFirst('--tls-key', tlsKey, server.tlsKey),
  };
}

function flagFirst(place: string, value: string | undefined, otherwise: Setting): Setting {
  return value === undefined ? otherwise : { value, layer: 'flag', place };
}
