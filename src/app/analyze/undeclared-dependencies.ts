/** Said where no service depends on any other, as far as is known. */
export const undeclaredDependencies =
  'no service has registered what it depends on; do so with: deploy-ledger register-service --name NAME --depends-on A,B';
