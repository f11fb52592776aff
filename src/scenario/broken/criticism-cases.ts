import type { BrokenCase } from './broken-case.js';

/** A change of one of the files about sources. */
export interface CriticismCase extends BrokenCase {
  readonly file: 'sources.yaml' | 'documents.yaml' | 'accounts.yaml';
}

const sources = (breaks: string, from: string, to: string, ...says: string[]): CriticismCase => ({
  file: 'sources.yaml',
  breaks,
  change: [from, to],
  says,
});

const documents = (...of: Parameters<typeof sources>): CriticismCase => ({
  ...sources(...of),
  file: 'documents.yaml',
});

const accounts = (...of: Parameters<typeof sources>): CriticismCase => ({
  ...sources(...of),
  file: 'accounts.yaml',
});

/**
 * Ways to break the files of `sound-criticism/`, each with every line that the check says of it.
 */
export const CRITICISM_CASES: readonly CriticismCase[] = [
  sources(
    'a standing that is none',
    'standing: retelling',
    'standing: retold',
    'sources.yaml:4:13: `standing` is `retold`; it is one of `the text itself`, `official record of the day`, `staff paper of the day`, `press of the day`, `edited documents`, `memory of a participant`, `later study`, `later press`, `retelling`, `from memory`',
  ),
  sources(
    'a type of source that is none',
    'type: book',
    'type: boook',
    'sources.yaml:5:9: `type` is `boook`; did you mean `book`?',
  ),
  sources(
    'a source that came out at no time',
    'published: 1911',
    'published: last year',
    'sources.yaml:7:14: `last year` is no time: write a year (1996), a month (1992-01), a day (1992-01-06, and `at washington` where it is by its clock), a time such as 1962-10-26T16:43+03:00 at moscow, A..B for an interval, or by A',
  ),
  sources(
    'a source that came out on no day',
    '1900-05-07,',
    '1900-02-30,',
    'sources.yaml:9:105: `1900-02-30` is no time: write a year (1996), a month (1992-01), a day (1992-01-06, and `at washington` where it is by its clock), a time such as 1962-10-26T16:43+03:00 at moscow, A..B for an interval, or by A',
  ),
  sources(
    'a collection that is none',
    'chronicle-1911',
    'Chronicle 1911',
    'sources.yaml:8:15: `Chronicle 1911` cannot be a collection: write small letters and digits, joined by single -, _ or ., as in frus1961-63v06',
  ),
  sources(
    'one collection of two sources',
    'gazette-1900-05-07',
    'chronicle-1911',
    'sources.yaml:9:129: `chronicle-1911` is the collection of `CHRON` already; a collection is one source',
  ),
  sources(
    'an author without a name',
    '[A parish clerk]',
    "['  ']",
    'sources.yaml:6:13: `authors` says nothing; write it out, or take the field away',
  ),
  sources(
    'a source without a title',
    'title: Papers of the mayor, ',
    '',
    'sources.yaml:10:1: `title` is missing: text in words',
  ),

  documents(
    'a document of no source',
    'source: CHRON,',
    'source: CHRN,',
    'documents.yaml:9:19: no source is called `CHRN`; did you mean `CHRON`?',
  ),
  documents(
    'a key that is none',
    'key: d2',
    'key: page 2',
    "documents.yaml:4:10: `page 2` cannot be cited: a document's key is d65 as an edition numbers it, or 2 for a part",
  ),
  documents(
    'a kind of document that is none',
    'kind: letter',
    'kind: leter',
    'documents.yaml:5:11: `kind` is `leter`; did you mean `letter`?',
  ),
  documents(
    'a field of another name',
    'classification: private',
    'clasification: private',
    'documents.yaml:7:5: no field `clasification` here; did you mean `classification`?',
  ),
  documents(
    'a document that says nothing',
    'gist: The bridge opens once the cannon go.',
    "gist: ''",
    'documents.yaml:6:11: `gist` says nothing; write it out, or take the field away',
  ),
  documents(
    'a document described twice',
    'key: d9',
    'key: d2',
    'documents.yaml:10:3: `LETTERS d2` is described as `LETTERS_d2` already; put the two together',
  ),
  documents(
    'a document with an id that is none',
    '  CHRON: {',
    '  chron: {',
    'documents.yaml:9:3: `chron` cannot be an id: ids are letters, digits and _, beginning with a capital',
  ),
  documents(
    'a document of no dispatch',
    'dispatch: D2',
    'dispatch: D7',
    'documents.yaml:8:15: no dispatch is called `D7`; did you mean `D1`?',
  ),
  documents(
    'the text of an incident',
    'dispatch: D2',
    'dispatch: I1',
    'documents.yaml:8:15: `I1` is of kind incident; this names an entry of kind dispatch',
  ),
  documents(
    'a document on no entry',
    '[I1, X1]',
    '[I1, X2]',
    'documents.yaml:9:75: no entry is called `X2`; did you mean `D2`?',
  ),
  documents(
    'a document twice on one entry',
    '[I1, X1]',
    '[I1, I1]',
    'documents.yaml:9:75: `I1` is listed twice; once is enough',
  ),
  documents(
    'a document dated nowhere',
    '1900-05-02 at southbank',
    '1900-05-02 at southbnk',
    'documents.yaml:10:82: no place is called `southbnk`; did you mean `southbank`?',
  ),
  documents(
    'a custody whose name is none',
    '  town_chest:',
    '  TownChest:',
    'documents.yaml:12:3: `TownChest` should be snake_case: small letters, digits and _',
  ),
  documents(
    'a custody of nothing',
    'dispatches: [D2]',
    'dispatches: []',
    'documents.yaml:14:17: `dispatches` lists nothing; name at least one',
  ),
  documents(
    'a custody of what is no dispatch',
    'dispatches: [D2]',
    'dispatches: [D9]',
    'documents.yaml:14:18: no dispatch is called `D9`; did you mean `D1`?',
  ),
  documents(
    'a dispatch kept twice',
    'dispatches: [D2]',
    'dispatches: [D2, D2]',
    'documents.yaml:14:22: `D2` is listed twice; once is enough',
  ),
  documents(
    'an observer who is none',
    'observer: parish',
    'observer: parsh',
    'documents.yaml:15:15: no seat is called `parsh`; did you mean `parish`?',
  ),
  documents(
    'an observer who acts',
    'observer: parish',
    'observer: mayor',
    'documents.yaml:15:15: `mayor` is no observer seat; name one that only learns, such as the public',
  ),
  documents(
    'a step of another type',
    'type: requested',
    'type: demanded',
    'documents.yaml:18:16: `type` is `demanded`; it is one of `sealed`, `requested`, `campaigned for`, `released`, `reported`',
  ),
  documents(
    'a step of nobody',
    'by: the Gazette, says: Asked for.',
    'says: Asked for.',
    'documents.yaml:18:9: `by` is missing: text in words',
  ),
  documents(
    'a step before the one before',
    '1900-05-04 at northbank',
    '1900-05-01 at northbank',
    'documents.yaml:18:31: it is requested before it was sealed; put the steps in the order of time, or mend a time',
  ),
  documents(
    'a release after the public knew',
    '1900-05-06 at',
    '1900-05-07 at',
    'documents.yaml:14:18: the record has `parish` learn of `D2` before its release; mend one of the two',
  ),
  documents(
    'a release before the public knew',
    '1900-05-06 at',
    '1900-05-05 at',
    'documents.yaml:14:18: the record does not have `parish` learn of `D2` at its release; add a row to its `learn`, or mend one of the two',
  ),
  documents(
    'a letter still locked away that the public knew',
    'type: released',
    'type: requested',
    'documents.yaml:14:18: the record has `parish` learn of `D2` before its release; mend one of the two',
  ),
  documents(
    'a step that cites no source',
    '[GAZETTE]',
    '[GAZETE]',
    'documents.yaml:20:83: no source is called `GAZETE`; did you mean `GAZETTE`?',
  ),
  documents(
    'a dispatch in two custodies',
    'custodies:\n',
    'custodies:\n  other_chest: {title: Another, dispatches: [D2], observer: parish, steps: [{type: released, at: 1900-05-06 at northbank, by: somebody, says: Out.}]}\n',
    'documents.yaml:15:18: `D2` is kept by `other_chest` already; a document has one custody',
  ),
  documents(
    'a custody without steps',
    '    steps:\n',
    '    steps: []\n    stages:\n',
    'documents.yaml:14:18: the record has `parish` learn of `D2` before its release; mend one of the two',
    'documents.yaml:16:12: `steps` lists nothing; name at least one',
    'documents.yaml:17:5: no field `stages` here; fields are `title`, `dispatches`, `observer`, `steps`',
  ),

  accounts(
    'an account of no source',
    'source: CHRON}',
    'source: CHRONN}',
    'accounts.yaml:2:54: no source is called `CHRONN`; did you mean `CHRON`?',
  ),
  accounts(
    'a claim of no account',
    'account: PAPER',
    'account: PAPR',
    'accounts.yaml:13:17: no account is called `PAPR`; did you mean `PAPER`?',
  ),
  accounts(
    'a verdict that is none',
    'verdict: confirmed',
    'verdict: confirmd',
    'accounts.yaml:13:58: `verdict` is `confirmd`; did you mean `confirmed`?',
  ),
  accounts(
    'a claim in no piece of the text',
    'at: p2',
    'at: paragraph 2',
    'accounts.yaml:8:9: `paragraph 2` is no piece of a text: write p4 for the fourth, or fn1 for its first note',
  ),
  accounts(
    'a claim without citations',
    '[LETTERS d9 and CHRON]',
    '[]',
    'accounts.yaml:13:96: `cites` lists nothing; name at least one',
  ),
  accounts(
    'a claim that says nothing',
    'says: The reeve agreed.',
    "says: ' '",
    'accounts.yaml:13:30: `says` says nothing; write it out, or take the field away',
  ),
  accounts(
    'a citation of no source',
    'GAZETTE p. 1',
    'GAZETE p. 1',
    'accounts.yaml:11:30: no source is called `GAZETE`; did you mean `GAZETTE`?',
  ),
  accounts(
    'a second source that is none',
    'd9 and CHRON',
    'd9 and CHRN',
    'accounts.yaml:13:97: no source is called `CHRN`; did you mean `CHRON`?',
  ),
  accounts(
    'a citation that is none',
    'LETTERS d4-d6',
    'LETTERS d6-d4',
    'accounts.yaml:20:27: `LETTERS d6-d4` is no citation: begin with the id of a source, then say where in it, as in F06 d65 and fn 0, or F06 d71-d85',
  ),
  accounts(
    'a claim on no entry',
    '[I1, D1]',
    '[I1, D5]',
    'accounts.yaml:12:19: no entry is called `D5`; did you mean `D1`?',
  ),
  accounts(
    'one position alone',
    '      - {cites: [CHRON], says: at night}\n',
    '',
    'accounts.yaml:19:7: sources that disagree are at least two positions',
  ),
  accounts(
    'a position without citations',
    '{cites: [CHRON], says',
    '{cites: [], says',
    'accounts.yaml:19:17: `cites` lists nothing; name at least one',
  ),
  accounts(
    'a disagreement on no claim',
    'claims: [A1]',
    'claims: [A3]',
    'accounts.yaml:22:14: no claim is called `A3`; did you mean `A1`?',
  ),
  accounts(
    'a disagreement without an end',
    '    resolution: in the morning\n',
    '',
    'accounts.yaml:15:3: `resolution` is missing: text in words',
  ),
  accounts(
    'an id of two things',
    '  Q1:',
    '  I1:',
    'accounts.yaml:15:3: `I1` is the id of two things; give one another id',
  ),
  accounts(
    'an id that is none',
    '  Q1:',
    '  q1:',
    'accounts.yaml:15:3: `q1` cannot be an id: ids are letters, digits and _, beginning with a capital',
  ),
];
