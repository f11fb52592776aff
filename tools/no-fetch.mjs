/**
 * Stands in the bundled command for the two libraries with which citation-js would fetch what it
 * takes for an address. The command hands it none; with this it could not fetch one either.
 *
 * @returns {never}
 */
// oxlint-disable-next-line import/no-default-export -- both libraries have one
export default function noFetch() {
  throw new Error('Backchannel fetches nothing from the net');
}

/** What both libraries call the headers of a request; nothing is ever one. */
export function Headers() {
  return noFetch();
}

noFetch.Headers = Headers;
