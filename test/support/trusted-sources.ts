/** Sources that take the token of a deployer in the place of a signature. */
export const sources = ['jenkins', 'argocd', 'alertmanager', 'cdevents', 'cloudevents'] as const;
