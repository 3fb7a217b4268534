import type { ClaimType } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { claimTypeNamed, fieldNamed, fieldsOf } from '../claim-fields.ts';
import { fillField } from '../fill-field.ts';
import { recordTypeOf } from '../record-type.ts';
import type { RawRecord } from '../row-identity.ts';
import type { Datum, List } from './datum.ts';
import { camelCase, datumValue } from './datum-value.ts';
import { pairsOf } from './pairs.ts';

/** What the original guile-deploy-ledger writes before its records; it claims nothing. */
const exportHeader = 'deploy-ledger-export';
/** What it keeps about a service and we do not: when its own row was written. */
const bookkeeping = new Set(['created', 'updated']);

/**
 * The records in a form: `(deployment (service . "api") …)` or `(deployment #:service "api" …)`, an association list with a
 * `type`, or a list of such. Each comes as a function, so that one that throws LedgerError `invalid` harms no other.
 */
export function recordsIn(datum: Datum): readonly (() => RawRecord)[] {
  if (datum.kind !== 'list') return [() => refuse(datum.text)];
  const [head, ...rest] = datum.items;
  if (head?.kind === 'list') return isAssociation(datum) ? [() => untyped(datum)] : datum.items.flatMap(recordsIn);
  if (head === undefined || head.text === exportHeader) return [];
  const type = recordNamed(head.text);
  if (type !== undefined && isRecord(datum)) return [() => recordOf(type, pairsOf(rest))];
  const isWrapping = rest.length > 0 && datum.tail === undefined && rest.every((item) => item.kind === 'list');
  return isWrapping ? rest.flatMap(recordsIn) : [() => refuse(head.text)];
}

/** The type that the head of a form names: `deployment`, `<deployment-event>`, `make-deployment-event`, `service-metadata`. */
function recordNamed(head: string): ClaimType | undefined {
  return claimTypeNamed(head.replace(/^make-/, '').replace(/-(?:event|metadata)$/, ''));
}

function isRecord({ items: [head, ...fields], tail }: List): boolean {
  if (head === undefined || head.kind === 'list' || recordNamed(head.text) === undefined) return false;
  return tail === undefined && (fields[0]?.kind === 'keyword' || fields.every((field) => field.kind === 'list'));
}

function isAssociation({ items }: List): boolean {
  return items.every((item) => item.kind === 'list' && item.items[0]?.kind !== 'list' && !isRecord(item));
}

function untyped({ items }: List): RawRecord {
  const fields = pairsOf(items);
  const type = fields.get('type');
  if (type === undefined || type.kind === 'list') {
    throw new LedgerError('invalid', 'the record does not say its type', {
      field: 'type',
      hint: 'write (type . "deployment") into it, or (deployment …) around its fields',
    });
  }
  return recordOf(recordTypeOf(type.text).type, fields);
}

function recordOf(type: ClaimType, fields: ReadonlyMap<string, Datum>): RawRecord {
  const record: Record<string, unknown> = { type };
  for (const [name, datum] of fields) {
    const meant = name === 'type' ? innerType(type, datum) : name;
    if (meant === undefined || (type === 'service' && bookkeeping.has(name))) continue;
    const field = fieldNamed(meant, type);
    if (field === undefined) throw unknownField(meant, type);
    fillField(record, field, () => datumValue(field, datum));
  }
  return record;
}

/** Inside of a form that names its type, the original writes the strategy, or the sort of a service, under `type`. */
function innerType(type: ClaimType, datum: Datum): string | undefined {
  if (datum.kind !== 'list' && claimTypeNamed(datum.text) === type) return undefined;
  return type === 'service' ? 'serviceType' : 'strategy';
}

function unknownField(name: string, type: ClaimType): LedgerError {
  const known = fieldsOf(type);
  return new LedgerError('invalid', `a ${type} has no field "${name}"${didYouMean(camelCase(name), known)}`, {
    field: name,
    hint: `its fields: ${known.join(', ')}`,
  });
}

function refuse(found: string): never {
  throw new LedgerError('invalid', `${JSON.stringify(found.slice(0, 40))} is no record`, {
    hint: 'write records as (deployment (service . "api") (version . "2.3.0") …)',
  });
}
