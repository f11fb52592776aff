/**
 * What the reading room puts on the wire. The shapes are the library's own: a reader is shown its
 * documents as they are, and nothing of a seat's knowledge is in them.
 */
export type {
  AccountsView,
  CardField,
  CarriedLetterView,
  CitationFormat,
  CiteView,
  ClaimView,
  CollectionView,
  CustodyView,
  DateView,
  DisagreementView,
  ImportedView,
  MomentView,
  NeighbourView,
  PageView,
  SearchHit,
  SearchView,
  ShelfEntry,
  ShelfView,
  SpeakingView,
} from '../library/room/views.js';
export type { Block, ImportRemark, Inline, Note } from '../library/document.js';
