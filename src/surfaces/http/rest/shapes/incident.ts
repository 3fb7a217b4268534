import * as v from 'valibot';
import type { IncidentView } from '../../../../app/views.ts';
import { severities } from '../../../../domain/vocabulary.ts';
import { integer } from './integer.ts';

const text = v.nullable(v.string());

export const incidentShape = v.strictObject({
  id: v.string(),
  service: v.string(),
  environment: v.string(),
  severity: v.picklist(severities),
  title: text,
  openedAt: v.string(),
  resolvedAt: text,
  durationMs: v.nullable(integer),
  causedBy: text,
  attribution: v.strictObject({
    deployment: text,
    by: v.nullable(v.picklist(['named', 'derived'])),
    confidence: v.nullable(v.picklist(['confirmed', 'high', 'medium', 'low'])),
    reason: v.string(),
  }),
  recordedAt: v.string(),
  index: integer,
}) satisfies v.GenericSchema<unknown, IncidentView>;
