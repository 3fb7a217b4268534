import './node-version.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './count-tests.mjs';
import { installSystemPrograms } from './install-system-programs.mjs';
import { npm, succeeds } from './run-command.mjs';

// `npm test`: every check and every test, all of them even when one fails. The last line is the count for machines.
const reports = mkdtempSync(join(tmpdir(), 'deploy-ledger-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

installSystemPrograms();
const results = [
  check('format:check'),
  check('lint'),
  check('types'),
  test('test:unit'),
  // The end-to-end tests start the built program.
  check('build'),
  test('test:e2e'),
];
const total = (kind) => results.reduce((sum, result) => sum + result[kind], 0);
if (total('skipped') > 0) console.log(`${total('skipped')} skipped`);
console.log(`${total('passed')} passed, ${total('failed')} failed`);
process.exitCode = total('failed') === 0 ? 0 : 1;

/** Runs a script that is no test; only its failure counts. */
function check(script) {
  console.log(`\n${script}`);
  const passed = succeeds([...npm, 'run', '--silent', script]);
  if (!passed) console.error(`npm run ${script} failed`);
  return { passed: 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs a script of vitest and counts its tests; one that fails without a failed test to show for it is a failure. */
function test(script) {
  console.log(`\n${script}`);
  const report = join(reports, `${script.replace(':', '-')}.json`);
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const passed = succeeds([...npm, 'run', '--silent', script, '--', ...options]);
  const counts = countTests(readReport(report));
  return { ...counts, failed: passed ? counts.failed : Math.max(1, counts.failed) };
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // vitest could not start: its own message is above, and its exit status counts as the failure.
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
