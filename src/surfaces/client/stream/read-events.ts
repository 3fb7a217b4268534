/** A Server-Sent Event. */
export interface ServerEvent {
  /** Undefined when it has none, and the last one stays. */
  readonly id: string | undefined;
  readonly data: string;
}

/** The events of a stream as they come (HTML, "Server-sent events"). One that is not whole at the end is dropped, as it says. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  let id: string | undefined;
  let data: string[] = [];
  for await (const line of linesOf(body)) {
    const { field, value } = fieldIn(line);
    if (line === '') {
      if (data.length > 0) yield { id, data: data.join('\n') };
      [id, data] = [undefined, []];
    } else if (field === 'id') id = value;
    else if (field === 'data') data.push(value);
  }
}

/** A comment begins with a colon: its field has no name. */
function fieldIn(line: string): { readonly field: string; readonly value: string } {
  const colon = line.indexOf(':');
  if (colon < 0) return { field: line, value: '' };
  return { field: line.slice(0, colon), value: line.slice(colon + 1).replace(/^ /, '') };
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.replace(/\r$/, '');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
