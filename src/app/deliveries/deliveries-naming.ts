import type { DeliveryStore } from '../../projections/delivery-store.ts';
import { parseJson } from '../../sources/json/parse-json.ts';

/** The deliveries whose content `mentions` somebody: what it holds as JSON, or the text itself where it is none, or nested too deep. */
export async function deliveriesNaming(
  store: DeliveryStore,
  mentions: (value: unknown) => boolean,
): Promise<readonly string[]> {
  const found: string[] = [];
  let page = await store.kept(undefined);
  while (page.length > 0) {
    for (const { id, headers, body } of page) if (mentions([headers, contentOf(body)])) found.push(id);
    page = await store.kept(page.at(-1)?.id);
  }
  return found;
}

function contentOf(body: Uint8Array): unknown {
  const text = Buffer.from(body).toString();
  try {
    return parseJson(text);
  } catch {
    // A form may hold JSON, percent-encoded.
    return [text, ...new URLSearchParams(text).values()];
  }
}
