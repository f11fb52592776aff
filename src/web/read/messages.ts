/** What the reading room says when something is wrong or missing, each with what to do about it. */
export const messages = {
  noScreen: (path: string) =>
    `There is no screen of Read at ${path}. The shelf of every crisis is one step away:`,
  badDay: (name: string, value: string) =>
    `The address says ${name}=${value}, which is no day such as 1992-01-06. It was left out.`,
  nothingFound: (q: string) =>
    `“${q}” stands in no text and on no card here. Look for fewer or shorter words, or add the text that should have it.`,
  nothingFits: 'No document fits all of this. Reset the filters, or take one of them back.',
  noAccounts:
    'This crisis has no accounts to compare yet. They would stand in its file accounts.yaml; its documents are on the shelf.',
  emptyShelf: 'The shelf is empty. Add a file with a text, and it will stand here.',
  searchFailed: 'The search did not work, so the shelf below is not narrowed by it.',
  onlyFirst: (shown: number, total: number) =>
    `Of ${total} documents that have these words, only the ${shown} that fit best are shown and filtered. Look for more words to narrow them.`,
  unreadable: 'The browser cannot read it. If it is a folder, add the files that are in it.',
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
} as const;
