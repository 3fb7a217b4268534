import { Option } from 'commander';
import { reportableStatuses } from '../../../domain/vocabulary.ts';
import { deploymentClaim } from '../claims/deployment-claim.ts';
import { addPeopleOptions, type DeploymentOptions, deploymentFields } from '../claims/deployment-options.ts';
import { recordedDeployment } from '../claims/recorded-deployment.ts';
import { addNewEnvironmentOption, addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { recordClaim } from '../record-claim.ts';

interface MonolithOptions extends Omit<DeploymentOptions, 'service' | 'window' | 'type'> {
  readonly application?: string;
  readonly deploymentWindow?: string;
}

export const command: CommandModule = {
  examples: [
    'record-monolith-deployment --application legacy-erp --version 2024.1.15 --environment production ' +
      '--deployment-window "02:00-04:00 UTC" --downtime-expected',
  ],
  description: 'Record a big-bang deployment of a monolith, with its window and its downtime.',
  define(command) {
    command
      .optionsGroup('What was deployed:')
      .option('-s, --application <name>', 'the application (required)')
      .option('-v, --version <version>', 'the version that it has now (required)')
      .option('-e, --environment <name>', 'where to (required)')
      .optionsGroup('How it went:')
      .option('--deployment-window <hours>', 'maintenance window, as in "02:00-04:00 UTC"')
      .option('--downtime-expected', 'it is down meanwhile')
      .addOption(listed(new Option('--status <status>', 'where it stands (default: success)'), reportableStatuses))
      .option('--started <time>', 'when it began')
      .option('--completed <time>', 'when it ended (default: now)')
      .option('--message <text>', 'a remark');
    addPeopleOptions(command);
    addNewEnvironmentOption(addRecordingOptions(command));
  },
  async run(call) {
    const { application, deploymentWindow, ...options }: MonolithOptions = call.options;
    const said = {
      ...options,
      ...(application === undefined ? {} : { service: application }),
      ...(deploymentWindow === undefined ? {} : { window: deploymentWindow }),
    };
    const claim = await deploymentClaim({ ...said, type: 'big-bang' }, call.host);
    await recordClaim(
      call,
      { ...claim, serviceType: 'monolith' },
      {
        fields: { ...deploymentFields, service: '--application', window: '--deployment-window' },
        sentence: ({ id }) => `Deployment recorded: ${id}`,
        view: recordedDeployment,
      },
    );
  },
};
