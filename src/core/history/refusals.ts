/**
 * Why an order cannot be taken, told to the seat that gave it. Each is decided from the seat's own
 * picture and powers alone (R12): a refusal never tells anything that the seat did not know.
 */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Every refusal, in words that say what to do. */
export const refusals = {
  unknownAct: (act: string) => refusal('unknown-act', `there is no act called ${act}`),
  notYourAct: (act: string, by: string) =>
    refusal('not-your-act', `${act} is ordered by ${by}: ask that seat`),
  mayNot: (act: string) =>
    refusal('not-now', `${act} is not open to you in what you know: wait for news that changes it`),
  unknownLetter: (letter: string) =>
    refusal('unknown-letter', `there is no letter template called ${letter}`),
  notYourLetter: (letter: string, from: string) =>
    refusal('not-your-letter', `${letter} is written by ${from}`),
  unknownSeat: (seat: string) => refusal('unknown-seat', `there is no seat called ${seat}`),
  unknownRoute: (name: string) =>
    refusal('unknown-channel', `there is no channel or route called ${name}`),
  noRoute: () => refusal('no-channel', 'say by which channel it goes'),
  noAddressee: () => refusal('no-addressee', 'say to whom it goes, other than yourself'),
  badClause: (what: string) => refusal('bad-clause', what),
  unknownDispatch: (id: string) => refusal('unknown-dispatch', `you hold no dispatch ${id}`),
  notYourDispatch: (id: string) => refusal('not-your-dispatch', `${id} is not a letter of yours`),
  unknownOffer: (id: string) => refusal('unknown-offer', `you have read no offer ${id}`),
  notOfferee: (id: string) =>
    refusal('not-offeree', `${id} asks nothing that is in your power: it is not yours to answer`),
  answered: (id: string) => refusal('already-answered', `you have answered ${id} already`),
  withdrawn: (id: string) => refusal('offer-withdrawn', `${id} was withdrawn`),
  lapsed: (id: string) => refusal('offer-lapsed', `${id} has lapsed`),
  notYourOffer: (id: string) => refusal('not-your-offer', `${id} is not an offer of yours`),
  taken: (id: string) =>
    refusal('offer-closed', `${id} has been accepted or withdrawn: it cannot be withdrawn now`),
  notContested: (id: string) =>
    refusal('not-contested', `${id} is not contested: there is nothing to honour or repudiate`),
  unknownRequest: (id: string) =>
    refusal('unknown-request', `nobody has asked for your consent under ${id}`),
  unknownObligation: (id: string) =>
    refusal('unknown-obligation', `you are not a party to an obligation ${id}`),
  unknownDispute: (id: string) =>
    refusal('unknown-dispute', `you are not a party to a dispute ${id}`),
  unknownIncident: (name: string) =>
    refusal('unknown-incident', `there is no incident called ${name}`),
  unknownTrack: (name: string) => refusal('unknown-track', `there is no track called ${name}`),
  badValue: (track: string, value: string) =>
    refusal('bad-value', `${value} is not a value of ${track}`),
  controlOnly: () => refusal('control-only', 'only control can do this'),
  badTime: (text: string) =>
    refusal('bad-time', `${text} is not an instant: write ISO 8601 with Z or an offset`),
} as const;

function refusal(code: string, message: string): Refusal {
  return { code, message };
}
