import type { DeploymentFilter, IncidentFilter, Page, RollbackFilter } from '../../src/projections/read-store.ts';
import { ReferenceStore } from '../contract/reference-store.ts';
export class InterimStore extends ReferenceStore {
  override async deployments(filter: DeploymentFilter, page?: Page) {
    const all = (await super.deployments(filter)).filter(r => (filter.ids?.includes(r.id) ?? true) && (!filter.remediating || r.remediates.length>0));
    return paged(all, page, r => r.atMs);
  }
  override async rollbacks(filter: RollbackFilter, page?: Page) { return paged(await super.rollbacks(filter), page, r => r.atMs); }
  override async incidents(filter: IncidentFilter, page?: Page) { return paged(await super.incidents(filter), page, r => r.openedMs); }
}
function paged<R extends {id: string}>(rows: R[], page: Page = {}, at: (r: R) => number): R[] {
  const o = page.oldestFirst ? rows.toReversed() : rows;
  const cmp = (a: R) => at(a) - page.after!.atMs || Buffer.compare(Buffer.from(a.id), Buffer.from(page.after!.id));
  const rest = page.after === undefined ? o : o.filter(r => page.oldestFirst ? cmp(r) > 0 : cmp(r) < 0);
  return rest.slice(0, page.limit);
}
