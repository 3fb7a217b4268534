// Imported first and for its effect: an old Node must meet this sentence, not a syntax error or a missing module.
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Deploy Ledger needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  console.error('Install a newer one from https://nodejs.org or with your version manager, e.g. `nvm install 22`.');
  process.exit(1);
}
