import { expect, test } from 'vitest';
import { program } from '../../../../test/support/cli/run-in-process.ts';
import { pictureTypes } from '../../../renderers/pictures/picture.ts';

async function withOneService() {
  const here = program({ isTerminal: true, width: 80 });
  await here.run('init');
  await here.run('record', '--service', 'api', '--version', '1', '--environment', 'staging');
  return here;
}

test('names the option that was typed when it is no number of days', async () => {
  const { run } = await withOneService();
  for (const option of ['--days', '--period']) {
    const { status, stderr } = await run('visualize', '--type', 'flow', option, 'soon');
    expect(status).toBe(2);
    expect(stderr).toContain(`${option}: "soon" is not a number`);
  }
});

test('draws nothing of a service that nobody knows, whatever the type', async () => {
  const { run } = await withOneService();
  for (const type of pictureTypes) {
    const { status, stdout, stderr } = await run('visualize', '--type', type, '--service', 'apy');
    expect({ type, status, stdout }).toEqual({ type, status: 1, stdout: '' });
    expect(stderr).toContain('did you mean "api"?');
  }
});

test('says so when the service to draw around does not run in the environment', async () => {
  const { run } = await withOneService();
  const { status, stderr } = await run('visualize', '--type', 'impact', '--service', 'api', '-e', 'production');
  expect(status).toBe(1);
  expect(stderr).toContain('"api" does not run in "production"');
});
