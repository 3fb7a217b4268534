import { basename } from 'node:path';
import { newId } from '../../../domain/ids.ts';
import { deploymentClaim } from '../claims/deployment-claim.ts';
import {
  addPeopleOptions,
  addProgressOptions,
  addSubjectOptions,
  deploymentFields,
} from '../claims/deployment-options.ts';
import { inOptionNames } from '../claims/option-names.ts';
import { addNewEnvironmentOption } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { Flight } from '../run/flight.ts';
import { runProgram } from '../run/run-program.ts';

interface RunOptions {
  readonly strict?: boolean;
}

export const command: CommandModule = {
  examples: [
    'run --service api --version 2.3.0 --environment production -- ./deploy.sh',
    'run -s api -v "$TAG" -e staging -- kubectl apply -f api.yaml',
  ],
  description:
    'Run a command and record the deployment that it carries out: its start, its end and how it ended. The exit status is ' +
    "the command's own. When the ledger cannot be written, the command runs all the same and the facts are kept for later.",
  define(command) {
    command.passThroughOptions().argument('<command...>', 'the command and its arguments');
    addProgressOptions(addSubjectOptions(command));
    addPeopleOptions(command);
    addNewEnvironmentOption(command).option('--strict', 'do not run the command when its start cannot be recorded');
  },
  async run(call) {
    const { host, operands, options, output } = call;
    const [program = '', ...args] = operands;
    const { strict = false }: RunOptions = options;
    const id = newId('deploy', host.nowMs(), host.random);
    const flight = new Flight(call, id, strict);
    const claim = await deploymentClaim(options, host);
    await inOptionNames(deploymentFields, () => flight.begin(claim, basename(program)));
    const end = await runProgram(program, args);
    if (end.exitStatus === 126 || end.exitStatus === 127) await output.warn(end.says);
    const state = await flight.end(end);
    const waits = state === 'waiting' ? ', to be sent by the next command that records' : '';
    await output.note(`Deployment ${state}: ${id} (${end.outcome})${waits}`);
    return end.exitStatus;
  },
};
