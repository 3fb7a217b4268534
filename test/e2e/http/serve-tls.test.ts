import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { get } from 'node:https';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { startServer } from '../../support/server.ts';
import { isMissing } from '../../support/system-programs.ts';

const flags = ['--tls-cert', 'cert.pem', '--tls-key', 'key.pem'];

describe.skipIf(isMissing('openssl'))('https', () => {
  let program: BuiltProgram;
  beforeEach(() => {
    program = new BuiltProgram();
    issue('first');
  });
  afterEach(() => program.remove());

  /** Writes a new certificate, its key and the folder's only authority. */
  function issue(name: string, cert = 'cert.pem', key = 'key.pem'): void {
    const subject = ['-subj', `/O=${name}/CN=localhost`, '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    const args = ['req', '-x509', '-nodes', '-days', '2', ...curve, ...subject, '-keyout', key, '-out', cert];
    execFileSync('openssl', args, { cwd: program.home, stdio: 'pipe' });
  }

  async function ask(url: string) {
    const ca = readFileSync(join(program.home, 'cert.pem'));
    const answer: IncomingMessage = (await once(get(`${url}/healthz`, { ca, agent: false }), 'response'))[0];
    const { subject } = (answer.socket as TLSSocket).getPeerCertificate();
    answer.resume();
    return { status: answer.statusCode, headers: answer.headers, issuedTo: subject.O };
  }

  it('is served with the given certificate, and with its successor after SIGHUP', async () => {
    const server = await startServer({ program, args: flags });
    expect(server.url).toMatch(/^https:/);
    expect(await ask(server.url)).toMatchObject({
      status: 200,
      issuedTo: 'first',
      headers: { 'strict-transport-security': 'max-age=31536000' },
    });
    issue('second');
    server.signal('SIGHUP');
    const successor = () =>
      ask(server.url).then(
        ({ issuedTo }) => issuedTo,
        () => undefined,
      );
    while ((await successor()) !== 'second');
    expect(await server.stop()).toMatchObject({ status: 0 });
  });

  it('refuses a key of another certificate', async () => {
    issue('other', 'other.pem', 'key.pem');
    const { status, stderr } = await program.run('serve', '--port', '0', ...flags);
    expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be used for https')]);
  });
});
