/** What the reading room says when something is wrong or missing, each with what to do about it. */
export const messages = {
  noScreen: (path: string) =>
    `There is no screen of Read at ${path}. The shelf of every crisis is one step away:`,
  badDay: (name: string, value: string) =>
    `The address says ${name}=${value}, which is no day such as 1992-01-06. It was left out.`,
} as const;
