/** What the command says when the words of a call are off. */
export const callMessages = {
  unknownCommand: (name: string, nearest: string | null) =>
    `there is no command '${name}'${didYouMean(nearest)}; 'backchannel --help' lists them`,
  unknownOption: (name: string, nearest: string | null) =>
    `there is no option '${name}'${didYouMean(nearest === null ? null : `--${nearest}`)}`,
  flagTakesNothing: (name: string) => `${name} takes no value`,
  missingValue: (name: string, value: string) => `${name} needs a value: ${name} ${value}`,
  givenTwice: (name: string) => `--${name} is given twice`,
  missingArgument: (name: string) => `${name} is missing`,
  missingOption: (name: string, value: string) => `--${name} ${value} is missing`,
  extraArgument: (word: string) => `'${word}' is one word too many`,
  unknownScenario: (name: string, nearest: string | null) =>
    `there is no scenario '${name}'${didYouMean(nearest)}; 'backchannel scenarios' lists them`,
  notAScenarioFolder: (path: string) =>
    `${path} is no scenario: it is not a folder with a scenario.yaml in it`,
  unknownSeat: (name: string, nearest: string | null, seats: readonly string[]) =>
    `there is no seat '${name}'${didYouMean(nearest)}; seats here: ${seats.join(', ')}`,
  notATime: (option: string, text: string) =>
    `--${option} '${text}' is no time; write it as 1962-10-27T15:20Z, or with an offset from UTC`,
  backwards: (from: string, to: string) => `--from ${from} is later than --to ${to}`,
  notAPort: (text: string) => `--port '${text}' is no port; give a whole number from 0 to 65535`,
  notOnOrOff: (option: string, text: string) => `--${option} '${text}' is neither on nor off`,
  notASeatDoctrine: (text: string) =>
    `--doctrine '${text}' is not of the form SEAT=NAME, such as kennedy=fitted`,
  notANumber: (option: string, text: string) =>
    `--${option} '${text}' is no number of a history; give a whole number from 0 on`,
  notACount: (option: string, text: string) =>
    `--${option} '${text}' is no count; give a whole number from 1 to 10,000,000`,
  tooManyThreads: (most: number) => `--workers is ${most} at most; give as many as there are cores`,
  needs: (option: string, other: string) => `--${option} makes sense only with --${other}`,
  seeHelp: (command: string) => `'backchannel ${command} --help' tells what it takes`,
} as const;

function didYouMean(nearest: string | null): string {
  return nearest === null ? '' : ` (did you mean '${nearest}'?)`;
}
