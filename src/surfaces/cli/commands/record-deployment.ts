import { deploymentClaim } from '../claims/deployment-claim.ts';
import {
  addOutcomeOptions,
  addPeopleOptions,
  addProgressOptions,
  addSubjectOptions,
  deploymentFields,
} from '../claims/deployment-options.ts';
import { recordedDeployment } from '../claims/recorded-deployment.ts';
import { addNewEnvironmentOption, addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { recordClaim } from '../record-claim.ts';

export const command: CommandModule = {
  examples: [
    'record-deployment --service api --version 2.3.0 --environment production',
    'record -s api -v 2.3.0 -e production --type canary --canary-percentage 10 --status in-progress',
    'record -s api -v 2.3.0 -e staging --started -10m --commits v2.2.9..v2.3.0',
  ],
  define(command) {
    addSubjectOptions(command);
    addOutcomeOptions(command);
    addProgressOptions(command);
    addPeopleOptions(command);
    addNewEnvironmentOption(addRecordingOptions(command));
  },
  async run(call) {
    await recordClaim(call, await deploymentClaim(call.options, call.host), {
      fields: deploymentFields,
      sentence: ({ id }) => `Deployment recorded: ${id}`,
      view: recordedDeployment,
    });
  },
};
