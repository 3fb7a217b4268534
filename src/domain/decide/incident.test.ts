import { describe, expect, it } from 'vitest';
import { decideOn, knowing } from '../../../test/support/decisions.ts';

const knowsIncident = knowing({ incident: (id) => id === 'INC-7' });
const attribution = { type: 'incident-attribution', incident: 'INC-7' };

describe('an attribution', () => {
  it('can say that no deployment caused the incident', () => {
    const { drafts } = decideOn({ ...attribution, noDeployment: true }, knowsIncident);
    expect(drafts).toMatchObject([
      { fact: { type: 'incident.attributed', data: { incident: 'INC-7', deployment: '' } } },
    ]);
  });

  it('is refused when it says neither, or both', () => {
    expect(() => decideOn(attribution, knowsIncident)).toThrow(
      'deployment: name the deployment, or say that there was none',
    );
    expect(() => decideOn({ ...attribution, deployment: 'd1', noDeployment: true }, knowsIncident)).toThrow(
      'deployment: either a deployment caused it or none did',
    );
    expect(() => decideOn({ ...attribution, noDeployment: false }, knowsIncident)).toThrow('noDeployment: ');
  });

  it('is refused for a deployment that nobody recorded', () => {
    expect(() => decideOn({ ...attribution, deployment: 'd1' }, knowsIncident)).toThrow(
      'no deployment "d1" is recorded',
    );
  });
});
