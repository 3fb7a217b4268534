import type { ListOf } from '../../../app/views.ts';
import type { Output, RowsOptions } from './output.ts';

/** Shows one page of a list, and says on standard error how to see the next. */
export async function showList<View>(output: Output, list: ListOf<View>, options: RowsOptions<View>): Promise<void> {
  await output.rows(list.items, options);
  if (list.next !== null) {
    await output.note(`There is more: --limit all shows everything, and the next page has --cursor ${list.next}`);
  }
}
