import * as v from 'valibot';
import type { RollbackView } from '../../../../app/views.ts';
import { triggers } from '../../../../domain/vocabulary.ts';
import { integer } from './integer.ts';

const text = v.nullable(v.string());

export const rollbackShape = v.strictObject({
  id: v.string(),
  service: v.string(),
  environment: v.string(),
  region: text,
  fromVersion: v.string(),
  toVersion: v.string(),
  at: v.string(),
  trigger: v.picklist(triggers),
  reason: text,
  reasonCode: text,
  initiator: text,
  impact: v.array(v.string()),
  deployment: text,
  carriedOutBy: text,
  recordedAt: v.string(),
  index: integer,
}) satisfies v.GenericSchema<unknown, RollbackView>;
