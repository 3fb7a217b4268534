import { Option } from 'commander';
import { serviceTypes } from '../../../domain/vocabulary.ts';
import { addRecordingOptions } from '../claims/recording-options.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { gatherList } from '../options/lists.ts';
import { recordClaim } from '../record-claim.ts';

interface ServiceOptions {
  readonly name?: string;
  readonly type?: string;
  readonly dependsOn?: readonly string[];
  readonly owner?: readonly string[];
  readonly repository?: string;
  readonly healthCheck?: string;
  readonly tier?: string;
  readonly idempotencyKey?: string;
}

export const command: CommandModule = {
  examples: [
    'register-service api --type microservice --owner team-a --depends-on db,cache',
    'register-service --name api --repository https://example.com/api.git --tier 1',
  ],
  define(command) {
    command
      .argument('[name]', 'the service')
      .optionsGroup('What it is:')
      .option('-s, --name <name>', 'the service, if not named before')
      .addOption(listed(new Option('-t, --type <type>', 'what sort of service'), serviceTypes))
      .option('--depends-on <names>', 'services that it needs', gatherList)
      .option('--owner <teams>', 'teams that own it; no persons, they stay readable for ever', gatherList)
      .option('--repository <address>', 'where its source lives')
      .option('--health-check <address>', 'where it says whether it is well')
      .option('--tier <tier>', 'how important it is');
    addRecordingOptions(command);
  },
  async run(call) {
    const { type, name, dependsOn, owner, repository, healthCheck, tier, idempotencyKey }: ServiceOptions =
      call.options;
    const claim = {
      type: 'service' as const,
      name: call.operands[0] ?? name,
      serviceType: type,
      dependsOn: dependsOn === undefined ? undefined : [...dependsOn],
      owners: owner === undefined ? undefined : [...owner],
      repository,
      healthCheck,
      tier,
      idempotencyKey,
    };
    await recordClaim(call, claim, {
      fields: {
        name: '--name',
        serviceType: '--type',
        dependsOn: '--depends-on',
        owners: '--owner',
        repository: '--repository',
        healthCheck: '--health-check',
        tier: '--tier',
      },
      sentence: ({ id }) => `Service registered: ${id}`,
      view: async (ledger, { id, ...recorded }) => ({
        ...(await ledger.services()).find((service) => service.name === id),
        ...recorded,
      }),
    });
  },
};
