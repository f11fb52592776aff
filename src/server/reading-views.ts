import { cite, type Citation } from '../library/citation/cite.js';
import { roomSubject } from '../library/citation/room-subject.js';
import { accountsView } from '../library/room/accounts.js';
import { pageView } from '../library/room/page.js';
import type { Room } from '../library/room/room.js';
import { searchView } from '../library/room/search.js';
import { shelfView } from '../library/room/shelf.js';
import { speakingView } from '../library/room/speaking.js';
import { CITATION_FORMATS } from '../library/room/views.js';
import { failure, type Failure } from './failure.js';
import { jsonBody, type JsonBody } from './json-body.js';
import type { OpenRoom, Rooms } from './rooms.js';

type Answer = Promise<JsonBody | Failure>;

/** What the API answers with for Read, each made once for each state of the library. */
export interface ReadingViews {
  readonly shelf: (scenario: string) => Answer;
  /** `document` as addresses name it: `F06/d65`. */
  readonly page: (scenario: string, document: string) => Answer;
  readonly accounts: (scenario: string) => Answer;
  readonly search: (scenario: string, query: string) => Answer;
  /** `entry` of the record, such as `D015`. */
  readonly speaking: (scenario: string, entry: string) => Answer;
  /** A document cited in one of the forms that the room knows. */
  readonly citation: (
    scenario: string,
    document: string,
    format: string,
  ) => Promise<Citation | Failure>;
}

/** The views of some reading rooms. */
export function createReadingViews(rooms: Rooms): ReadingViews {
  const answer = async (
    scenario: string,
    key: string,
    make: (open: OpenRoom) => object | Failure,
  ): Answer => {
    const open = await rooms.room(scenario);
    if ('type' in open) return open;
    return open.answers.get(key) ?? kept(open, key, make(open));
  };
  return {
    shelf: (scenario) => answer(scenario, 'shelf', ({ room }) => shelfView(room)),
    page: (scenario, document) =>
      answer(
        scenario,
        `page ${document}`,
        ({ room }) => pageView(document, room) ?? failure(404, 'no-such-document', document),
      ),
    accounts: (scenario) => answer(scenario, 'accounts', ({ room }) => accountsView(room)),
    search: async (scenario, query) => {
      const open = await rooms.room(scenario);
      if ('type' in open) return open;
      return jsonBody(searchView(query, await open.index()));
    },
    speaking: (scenario, entry) =>
      answer(
        scenario,
        `speaking ${entry}`,
        ({ room }) => speakingView(entry, room) ?? failure(404, 'no-such-entry', entry),
      ),
    citation: async (scenario, document, format) => {
      const open = await rooms.room(scenario);
      return 'type' in open ? open : await citation(document, format, open.room);
    },
  };
}

async function citation(id: string, format: string, room: Room): Promise<Citation | Failure> {
  const known = CITATION_FORMATS.find((name) => name === format);
  if (known === undefined) return failure(404, 'no-such-format', format, CITATION_FORMATS);
  const document = room.documents.get(id);
  const subject = document === undefined ? null : roomSubject(document, room.material.places);
  return subject === null ? failure(404, 'no-such-document', id) : await cite(subject, known);
}

/** Failures are not kept: what they are asked for is the world's. */
function kept({ answers }: OpenRoom, key: string, view: object | Failure): JsonBody | Failure {
  if (isFailure(view)) return view;
  const body = jsonBody(view);
  answers.set(key, body);
  return body;
}

function isFailure(view: object): view is Failure {
  return 'type' in view && view.type === 'failure';
}
