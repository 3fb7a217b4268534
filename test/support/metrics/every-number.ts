/** Where an answer holds a number that is none, or says of a metric neither a value nor why there is none. */
export function faultsIn(answer: unknown, path = ''): string[] {
  if (typeof answer === 'number') return Number.isFinite(answer) ? [] : [`${path} is ${answer}`];
  if (typeof answer !== 'object' || answer === null) return [];
  const entries = answer instanceof Map ? [...answer] : Object.entries(answer);
  return [...silence(answer, path), ...entries.flatMap(([name, part]) => faultsIn(part, `${path}/${String(name)}`))];
}

function silence(answer: object, path: string): string[] {
  if (!('value' in answer && 'formula' in answer) || answer.value !== null) return [];
  return 'reason' in answer && typeof answer.reason === 'string' && answer.reason !== '' ? [] : [`${path} is silent`];
}
