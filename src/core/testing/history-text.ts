import type { Change } from '../history/change.js';
import type {
  ClauseText,
  Delivery,
  DispatchBody,
  Item,
  TrackReading,
} from '../history/delivery.js';
import type { HistoryEvent } from '../history/event.js';
import type { IsoTime, Span } from '../history/span.js';

/**
 * Events as a reader would want them in an expected text: one block per event, headed by its
 * instant, kind, name and id, then one line per change and, marked `>`, one per delivery. A letter
 * that is read as it was sent is only named; one that was garbled is said in full. Hashes and the
 * numbers of events are left out, so that a text says only what can be observed.
 */
export function historyText(events: readonly HistoryEvent[]): string {
  const sent = new Set(
    events.flatMap(({ changes }) =>
      changes.flatMap((change) =>
        change.type === 'dispatch' ? dispatchText(change.dispatch) : [],
      ),
    ),
  );
  return events.map((event) => `${eventText(event, sent)}\n`).join('\n');
}

function eventText(event: HistoryEvent, sent: ReadonlySet<string>): string {
  const { at, kind, name, id, title, text, changes } = event;
  const head = [timeText(at), kind, name, ...(id === name ? [] : [id])].join(' ');
  const words = [title ?? [], text ?? []].flat().filter((words) => words !== '' && words !== name);
  return [head, ...words.map(quoted), ...changes.map((change) => changeText(change, sent))].join(
    '\n  ',
  );
}

/** An instant to the minute where it falls on one, else to the millisecond. */
function timeText(at: IsoTime): string {
  return at.replace(':00.000Z', 'Z');
}

function spanText({ placed, earliest, latest, precision }: Span): string {
  const interval = earliest === latest ? '' : ` in ${timeText(earliest)}/${timeText(latest)}`;
  return `${timeText(placed)}${interval}${precision === 'exact' ? '' : ` ${precision}`}`;
}

function quoted(words: string): string {
  return JSON.stringify(words);
}

function changeText(change: Change, sent: ReadonlySet<string>): string {
  switch (change.type) {
    case 'track':
      return `${change.track}: ${change.from} -> ${change.to}`;
    case 'act':
      return `act ${change.act} of ${change.seat} ${change.status}${because(change.reason)}`;
    case 'incident':
      return `${change.kind} incident${change.ranAway ? ', which ran away' : ''}`;
    case 'entry':
      return `entry ${change.entry}: ${change.stage}`;
    case 'overtaken':
      return `entry ${change.entry} overtaken${because(change.because)}`;
    case 'dispatch':
      return `sent: ${dispatchText(change.dispatch)}`;
    case 'dispatch state':
      return `dispatch ${change.dispatch} ${change.status}${by(change.by)}`;
    case 'leg':
      return legText(change);
    case 'report lost':
      return `a report to ${change.seat} over ${change.channel} is lost`;
    case 'delivered':
      return deliveryText(change.delivery, sent);
    default:
      return standingText(change);
  }
}

type Standing = Exclude<
  Change,
  {
    readonly type:
      | 'track'
      | 'act'
      | 'incident'
      | 'entry'
      | 'overtaken'
      | 'dispatch'
      | 'dispatch state'
      | 'leg'
      | 'report lost'
      | 'delivered';
  }
>;

function standingText(change: Standing): string {
  switch (change.type) {
    case 'offer':
      return `offer ${change.offer} ${change.status}${by(change.by)}`;
    case 'obligation': {
      const { id, obligor, beneficiaries, clause, due } = change.obligation;
      const end = due === undefined ? '' : `, due ${timeText(due)}`;
      const owed = `${obligor} to ${beneficiaries.join(', ')}: ${clauseText(clause)}${end}`;
      return `obligation ${id} ${change.status} (${owed})${because(change.reason)}`;
    }
    case 'dispute': {
      const { id, obligation, about, issue } = change.dispute;
      const outcome = change.outcome === undefined ? '' : `: ${quoted(change.outcome)}`;
      return `dispute ${id} ${change.status} (${about} of ${obligation}: ${issue})${outcome}`;
    }
    case 'decision':
      return `${change.body} (${change.seat}) decides: ${decisionText(change)}`;
    case 'meeting':
      return meetingText(change);
    case 'posture':
      return `${change.actor}: ${change.posture} from ${change.from} to ${change.to}`;
    case 'trust': {
      const { seat, side, alpha, beta } = change;
      return `trust of ${seat} in ${side}: beta(${alpha}, ${beta})${because(change.because)}`;
    }
    case 'audience cost':
      return `audience cost of ${change.seat}: ${change.cost}${because(change.because)}`;
    case 'ended':
      return `ended: ${change.ending}${change.how === undefined ? '' : `, ${change.how}`}`;
    case 'judgement': {
      const { seat, picture, truth, observer } = change;
      const judge = observer ? `${seat} (observer)` : seat;
      return `judgement of ${judge}: ${picture} by its picture, ${truth} by the truth`;
    }
    default:
      throw new Error(`no words for ${JSON.stringify(change satisfies never)}`);
  }
}

function meetingText(meeting: Extract<Change, { readonly type: 'meeting' }>): string {
  const { seat, doctrine, options, chosen } = meeting;
  const list = options.map(({ name, target, utility, advantage }, i) => {
    const about = target === undefined ? '' : ` (${target})`;
    const gain = advantage === undefined ? '' : `, gaining ${advantage}`;
    return `${i === chosen ? '* ' : ''}${name}${about} ${utility}${gain}`;
  });
  return `${seat} meets (${doctrine}): ${list.join('; ')}`;
}

function because(reason: string | undefined): string {
  return reason === undefined ? '' : `, because ${reason}`;
}

function by(who: string | undefined): string {
  return who === undefined ? '' : ` by ${who}`;
}

function legText(leg: Extract<Change, { readonly type: 'leg' }>): string {
  const { dispatch, route, channel, from, to, status, sent, arrives, note } = leg;
  const end = arrives === undefined ? '' : `, arrives ${spanText(arrives)}`;
  const way = `${from} -> ${to} by ${channel}`;
  const words = note === undefined ? '' : ` ${quoted(note)}`;
  return `leg of ${dispatch} (${route}.${leg.leg}) ${way}: ${status}, sent ${spanText(sent)}${end}${words}`;
}

function dispatchText(dispatch: DispatchBody): string {
  const { id, name, from, to, kind, text, give, ask, linkage, refuses } = dispatch;
  const { lapses, repliesTo, answer } = dispatch;
  const clauses = (word: string, list: readonly ClauseText[]) =>
    list.map((clause) => `${word} ${clauseText(clause)}`);
  return [
    `${id}, ${kind} (${name}) from ${from} to ${to.join(', ')}, dated ${spanText(dispatch.sent)}`,
    ...(dispatch.public && kind !== 'public statement' ? ['public'] : []),
    ...(text === '' ? [] : [quoted(text)]),
    ...clauses('gives', give),
    ...clauses('asks', ask),
    ...(linkage.length === 0 ? [] : [`links ${linkage.join(', ')}`]),
    ...(refuses.length === 0 ? [] : [`refuses ${refuses.join(', ')}`]),
    ...(lapses === undefined ? [] : [`lapses ${timeText(lapses)}`]),
    ...(repliesTo === undefined ? [] : [`replies to ${repliesTo}: ${answer}`]),
  ].join('; ');
}

function clauseText(clause: ClauseText): string {
  const { who, act, says, within, verified, condition, covers, arguably, strength } = clause;
  const list = (word: string, names: readonly string[] | undefined) =>
    names === undefined || names.length === 0 ? [] : [`${word} ${names.join(' and ')}`];
  return [
    `${who} ${act ?? quoted(says)}`,
    ...(strength === undefined ? [] : [`as ${strength}`]),
    ...(within === undefined ? [] : [`within ${within}`]),
    ...(clause.by === undefined ? [] : [`by ${timeText(clause.by)}`]),
    ...(verified === undefined ? [] : [`verified by ${verified}`]),
    ...(condition === undefined ? [] : [`condition ${quoted(condition)}`]),
    ...list('covers', covers),
    ...list('arguably', arguably),
  ].join(', ');
}

function decisionText(decision: {
  readonly text: string;
  readonly advice: readonly { readonly by: string; readonly says: string }[];
}): string {
  const advice = decision.advice.map((advice) => `${advice.by} advised ${quoted(advice.says)}`);
  return [quoted(decision.text), ...advice].join('; ');
}

function deliveryText(delivery: Delivery, sent: ReadonlySet<string>): string {
  const { seat, learned, via, broughtBy, item } = delivery;
  const way = [`via ${via}`, ...(broughtBy === undefined ? [] : [`in ${broughtBy}`])].join(', ');
  const when = learned.earliest === learned.latest ? '' : ` (${spanText(learned)})`;
  return `> ${seat}, ${way}${when}: ${itemText(item, sent)}`;
}

function itemText(item: Item, sent: ReadonlySet<string>): string {
  switch (item.type) {
    case 'opening':
      return `opening: ${readingsText(item.tracks)}`;
    case 'report': {
      const about = `report of ${item.of.kind} ${item.of.name} at ${spanText(item.occurred)}`;
      const aspect = item.aspect === undefined ? '' : `, only ${quoted(item.aspect)}`;
      return `${about}${aspect}${after(item.tracks)}${item.text === '' ? '' : ` ${quoted(item.text)}`}`;
    }
    case 'dispatch':
      return readText(item.dispatch, sent);
    case 'receipt':
      return `receipt: ${item.dispatch} (${item.route}.${item.leg}) is with ${item.holder}`;
    case 'sent':
      return `sent ${item.dispatch.id} by ${item.legs.map(({ channel }) => channel).join(', ')}`;
    case 'recall':
      return `recalled ${item.dispatch}`;
    case 'act':
      return `act ${item.act} ${item.status}${after(item.tracks)}`;
    case 'inspection':
      return `inspection ${item.act} of ${item.of}: ${item.performed ? '' : 'not '}performed`;
    case 'decision':
      return `decision of ${item.body}: ${decisionText(item)}`;
    case 'refused':
      return `${item.input} refused (${item.code}): ${item.message}`;
    default:
      return standingItemText(item);
  }
}

function readText(dispatch: DispatchBody, sent: ReadonlySet<string>): string {
  const text = dispatchText(dispatch);
  return sent.has(text) ? `reads ${dispatch.id}` : `reads, not as it was sent, ${text}`;
}

type StandingItem = Exclude<
  Item,
  {
    readonly type:
      | 'opening'
      | 'report'
      | 'dispatch'
      | 'receipt'
      | 'sent'
      | 'recall'
      | 'act'
      | 'inspection'
      | 'decision'
      | 'refused';
  }
>;

function standingItemText(item: StandingItem): string {
  switch (item.type) {
    case 'consent asked':
    case 'consent given':
    case 'consent refused':
      return `${item.type} by ${item.by}: ${item.act} ${item.id}`;
    case 'offer':
      return `offer ${item.offer} ${item.status}`;
    case 'obligation':
      return `obligation ${item.obligation.id} ${item.status}`;
    case 'dispute':
      return `dispute ${item.dispute.id} ${item.status}`;
    case 'ended':
      return `ended: ${item.ending}`;
    default:
      throw new Error(`no words for ${JSON.stringify(item satisfies never)}`);
  }
}

function after(tracks: readonly TrackReading[]): string {
  return tracks.length === 0 ? '' : `: ${readingsText(tracks)}`;
}

function readingsText(tracks: readonly TrackReading[]): string {
  return tracks.map(({ track, value }) => `${track} ${value}`).join(', ');
}
