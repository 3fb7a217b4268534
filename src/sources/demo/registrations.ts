import type { ClaimInput } from '../../domain/claims/claim.ts';
import { services } from './services.ts';

/** What a ledger should know of the fleet before the first deployment: the same at any time. */
export function registrations(): ClaimInput[] {
  return [
    { type: 'environment', name: 'development', tier: 'development', order: 10 },
    { type: 'environment', name: 'test', tier: 'testing', order: 20 },
    { type: 'environment', name: 'staging', tier: 'staging', order: 40 },
    { type: 'environment', name: 'production', tier: 'production', order: 50, limit: '24h' },
    ...services.map(
      ({ name, serviceType, team, tier, dependsOn }): ClaimInput => ({
        type: 'service',
        name,
        serviceType,
        tier,
        dependsOn: [...dependsOn],
        owners: [team],
        repository: `https://git.larkfield.example/${team}/${name}`,
        healthCheck: `https://${name}.larkfield.example/healthz`,
      }),
    ),
  ];
}
