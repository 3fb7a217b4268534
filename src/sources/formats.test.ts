import { describe, expect, it } from 'vitest';
import { claimsIn, inChunks } from '../../test/support/file-readings.ts';
import { type FileFormat, type FileReader, fileFormats } from './formats.ts';

describe('fileFormats', () => {
  it('read the same deployment from each of our own formats', async () => {
    const files: Partial<Record<FileFormat, string>> = {
      csv: 'id,service,version,environment\nd-1,api,2,test\n',
      jsonl: '{"type":"deployment","id":"d-1","service":"api","version":"2","environment":"test"}\n',
      json: '[{"type":"deployment","id":"d-1","service":"api","version":"2","environment":"test"}]',
      sexp: '(deployment (id . "d-1") (service . "api") (version . "2") (environment . "test"))',
    };
    for (const [format, file] of Object.entries(files)) {
      const read: FileReader = await fileFormats[format as FileFormat]();
      expect(await claimsIn(read(inChunks(file)))).toEqual([
        { type: 'deployment', id: 'd-1', service: 'api', version: '2', environment: 'test' },
      ]);
    }
  });

  it('read the saved answers of other programs', async () => {
    for (const format of ['github', 'gitlab'] as const) {
      const read: FileReader = await fileFormats[format]();
      expect(await claimsIn(read(inChunks('[]')))).toEqual([]);
    }
  });
});
