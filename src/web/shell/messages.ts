/** Everything that the app says when something is wrong, each with what to do about it. */
export const messages = {
  unreachable: 'The server does not answer. Start it with "npm start", then try again.',
  cut: 'The answer of the server broke off on its way. Try again.',
  refused: (status: number) =>
    `The server answered ${status} without saying why. Try again, or look at its log.`,
  noScreen: (path: string) =>
    `There is no screen at ${path}. The timeline is at the address below.`,
  badTime: (name: string, value: string) =>
    `The address says ${name}=${value}, which is no time such as 1962-10-27T23:00Z. It was left out.`,
  outside: (time: string) =>
    `${time} lies outside this history. The handle stands at its nearest end.`,
  unseen: (id: string, who: string) =>
    `${id} is not known to ${who} at this hour. Move the handle later, or choose the truth.`,
  noDocuments: 'Which documents speak of it could not be fetched.',
  broken: 'This screen met a fault of its own. Reload the page; the address keeps your place.',
} as const;
