/**
 * Stands in the bundled command for the two libraries with which citation-js would fetch what it
 * takes for an address. The command hands it none; with this it could not fetch one either.
 */
export class Headers {}

/** @returns {never} */
export default function noFetch() {
  throw new Error('Backchannel fetches nothing from the net');
}

noFetch.Headers = Headers;
