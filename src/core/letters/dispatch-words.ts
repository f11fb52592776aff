import type { DispatchBody } from '../history/delivery.js';
import { exactSpan, termsText } from '../history/naming.js';
import type { Clause, Terms } from '../parts/letters.js';
import type { State } from '../state.js';
import { formatInstant } from '../time/instant.js';
import type { Dispatch, Leg } from './dispatch.js';

/** A dispatch in words, as the copy that came over `leg` (null: as it was written). */
export function dispatchBody(state: State, d: Dispatch, leg: Leg | null): DispatchBody {
  const { program } = state;
  const terms = leg?.conditionLost === true ? withoutConditions(d.terms) : d.terms;
  const shift = leg?.timeShift ?? 0;
  const written = d.sent ?? exactSpan(d.sentAt);
  return {
    id: d.id,
    name: d.speech === 'none' ? d.name : d.speech,
    from: program.seats[d.from]!.name,
    to: d.to.map((seat) => program.seats[seat]!.name),
    kind: d.kind,
    public: d.public,
    sent: shift === 0 ? written : exactSpan(d.sentAt + shift),
    text: d.text,
    ...termsText(program, terms),
    ...(d.terms.lapses < 0 ? {} : { lapses: formatInstant(d.sentAt + d.terms.lapses) }),
    ...(d.repliesTo < 0 ? {} : { repliesTo: state.dispatches[d.repliesTo]!.id }),
    answer: d.answer,
    ...(d.tone === '' ? {} : { tone: d.tone }),
    ...(d.cites.length === 0 ? {} : { cites: d.cites }),
  };
}

/** Terms whose conditions were lost in retelling (R11). */
function withoutConditions(terms: Terms): Terms {
  const strip = (clause: Clause): Clause => ({ ...clause, condition: null });
  return { ...terms, give: terms.give.map(strip), ask: terms.ask.map(strip) };
}
