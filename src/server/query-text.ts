import { failure, type Failure } from './failure.js';

/** A query parameter as text; null where it is not given. */
export function queryText(
  query: Readonly<Record<string, unknown>>,
  name: string,
  longest: number,
): string | Failure | null {
  const value = Object.hasOwn(query, name) ? query[name] : undefined;
  if (value === undefined) return null;
  if (typeof value !== 'string') return failure(400, 'bad-query', name);
  return value.length <= longest ? value : failure(400, 'query-too-long', name, longest);
}

/** Whether a query parameter could not be read. */
export function isFailure(value: string | Failure | null): value is Failure {
  return typeof value === 'object' && value !== null;
}
