import { Option } from 'commander';
import { pictureFormats, pictureTypes, renderPicture } from '../../../renderers/pictures/picture.ts';
import type { Call, CommandModule } from '../command-module.ts';
import { writeFileWhole } from '../export/write-file.ts';
import { listed } from '../options/listed.ts';
import { clockOf } from '../options/times.ts';
import { addWindowOptions } from '../options/window.ts';
import { type PictureOptions, pictureQuery, pictureSize } from '../pictures/picture-options.ts';
import { pictureFormat, pictureType } from '../pictures/picture-words.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface VisualizeOptions extends PictureOptions {
  readonly type?: string;
  readonly format?: string;
  readonly output?: string;
  readonly width?: string;
  readonly height?: string;
}

export const command: CommandModule = {
  examples: [
    'visualize --type topology',
    'visualize --type dependencies --format svg --output dependencies.svg',
    'visualize --type impact --service payments --format mermaid',
    'visualize --type flow --days 90 --format dot | dot -Tpng -o flow.png',
  ],
  description:
    'Draw the ledger: for the terminal (ascii), as a picture that stands by itself (svg), as data (d3), or for Mermaid, ' +
    'Graphviz (dot) and gnuplot. Without --format the name of the output file decides, else it is ascii.',
  ownFormat: true,
  define(command) {
    command
      .optionsGroup('What to draw:')
      .addOption(listed(new Option('-t, --type <type>', 'required'), pictureTypes))
      .addOption(listed(new Option('--format <format>', 'not all for each type'), pictureFormats))
      .option('--output <file>', 'where to write it (default: standard output)')
      .option('--width <n>', 'pixels, or columns of ascii')
      .option('--height <n>', 'pixels, or lines of ascii')
      .optionsGroup('Of what:')
      .option('-s, --service <name>', 'only this service, or what is around it')
      .option('-e, --environment <name>', 'only this environment')
      .option('--days <days>', 'of the last days (default: 30)')
      .addOption(new Option('--period <days>', 'the same').conflicts('days').hideHelp());
    addWindowOptions(command).option('--known-at <time|index>', 'as the ledger knew it then, or up to that fact');
    addTimeZoneOption(command);
  },
  async run(call) {
    const { format: typed, output: path, ...options }: VisualizeOptions = call.options;
    const type = pictureType(options.type);
    const format = pictureFormat(type, typed, path);
    const clock = clockOf(call);
    const [width, height] = [pictureSize('--width', options.width), pictureSize('--height', options.height)];
    const picture = await withLedger(call, 'read', (ledger) => ledger.picture(pictureQuery(type, options, clock)));
    const screen = path === undefined && format === 'ascii' ? call.host.stdout : undefined;
    const text = renderPicture(picture, format, {
      width: width ?? screen?.width,
      height,
      tz: clock.tz,
      color: screen?.color ?? false,
    });
    await write(call, path, text ?? '');
  },
};

async function write(call: Call, path: string | undefined, text: string): Promise<void> {
  if (path === undefined) return call.output.data(text);
  await writeFileWhole(path, once(text));
  return call.output.note(`Drawn to ${path}`);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
