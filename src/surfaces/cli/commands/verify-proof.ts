import type { CommandModule } from '../command-module.ts';
import { verifierKeyOf } from '../verifier-key.ts';

interface ProofOptions {
  readonly key?: string;
}

export const command: CommandModule = {
  examples: ['verify-proof deployment.tlog-proof --key deploy-ledger.local/1a2b3c4d+5e6f7a8b+AZ0…'],
  description:
    'Check a proof made by `prove`: that the fact in it stands in the log that the key has signed. It needs nothing but ' +
    'the file and the key, and prints the fact.',
  define(command) {
    command
      .argument('<file>', 'the proof, or - for standard input')
      .optionsGroup('Whom to trust:')
      .option('--key <verifier key>', 'the key that the log is signed with (default: that of the ledger)');
  },
  async run(call) {
    const { key }: ProofOptions = call.options;
    const text = await call.host.readText(call.operands[0] ?? '-');
    const { verifyProofFile } = await import('../../../app/log/prove.ts');
    const proved = verifyProofFile(text, await verifierKeyOf(call, key));
    await call.output.record({ ok: true, ...proved }, { name: String(proved.index) });
  },
};
