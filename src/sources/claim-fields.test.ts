import { describe, expect, it } from 'vitest';
import { claimTypeNamed, claimTypes, fieldNamed, fieldsOf, requiredFieldsOf } from './claim-fields.ts';

describe('fieldNamed', () => {
  it('knows every field of every record by its own name, in camel, snake and kebab case', () => {
    for (const type of claimTypes) {
      for (const field of fieldsOf(type)) {
        const snake = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
        for (const name of [field, snake, snake.replaceAll('_', '-'), snake.toUpperCase()]) {
          expect(fieldNamed(name, type)).toMatchObject({ path: [field], rank: 0 });
        }
      }
    }
  });

  it('tells how the value of a field is written', () => {
    const shapeOf = (name: string) => fieldNamed(name, 'deployment')?.shape;
    expect(shapeOf('version')).toBe('text');
    expect(shapeOf('startedAt')).toBe('text');
    expect(shapeOf('replicas')).toBe('number');
    expect(shapeOf('planned')).toBe('boolean');
    expect(shapeOf('approvedBy')).toBe('list');
    expect(shapeOf('metadata')).toBe('object');
    expect(shapeOf('commits')).toBe('objects');
    expect(shapeOf('progress.percentage')).toBe('number');
    expect(shapeOf('progress.stage')).toBe('text');
    expect(shapeOf('metadata.team.lead')).toBe('text');
    expect(fieldNamed('set.replicas', 'correction')?.shape).toBe('number');
  });

  it('understands what other tools call a field, as far as the record has it', () => {
    expect(fieldNamed('deployed_at', 'deployment')?.path).toEqual(['finishedAt']);
    expect(fieldNamed('app', 'deployment')?.path).toEqual(['service']);
    expect(fieldNamed('app', 'service')?.path).toEqual(['name']);
    expect(fieldNamed('tag', 'rollback')?.path).toEqual(['toVersion']);
    expect(fieldNamed('previous_version', 'rollback')?.path).toEqual(['fromVersion']);
    expect(fieldNamed('deployment-id', 'rollback')?.path).toEqual(['deployment']);
  });

  it('holds its own name to be surer than a synonym', () => {
    const rank = (name: string) => fieldNamed(name, 'deployment')?.rank ?? -1;
    expect(rank('finished_at')).toBeLessThan(rank('deployed_at'));
    expect(fieldNamed('finishedAt', 'rollback')?.rank).toBeLessThan(fieldNamed('startedAt', 'rollback')?.rank ?? 0);
  });

  it('knows no field by a name that means none, or that objects have of their own', () => {
    for (const name of ['', 'colour', 'constructor', '__proto__', 'version.major', 'metadata.', '.metadata']) {
      expect(fieldNamed(name, 'deployment')).toBeUndefined();
    }
  });
});

describe('record types', () => {
  it('are known in any spelling', () => {
    expect(claimTypeNamed('Deployment_Status')).toBe('deployment-status');
    expect(claimTypeNamed('toString')).toBeUndefined();
  });

  it('know what they cannot do without', () => {
    expect(requiredFieldsOf('deployment')).toEqual(['type', 'service', 'version', 'environment']);
  });
});
