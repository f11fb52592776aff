import type { FastifyRequest } from 'fastify';

/** Whether the browser, if it was one, says that a page of this server sends the request. */
export function isFromOwnPage({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host = '' } = headers;
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
}
