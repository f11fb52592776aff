import { join } from 'node:path';
import envPaths from 'env-paths';

/**
 * The library folder of this user: what the environment variable `BACKCHANNEL_LIBRARY` names, else
 * `library` in the data folder that the system keeps for Backchannel.
 */
export function defaultLibraryFolder(): string {
  const named = process.env['BACKCHANNEL_LIBRARY'];
  if (named !== undefined && named !== '') return named;
  return join(envPaths('backchannel', { suffix: '' }).data, 'library');
}
