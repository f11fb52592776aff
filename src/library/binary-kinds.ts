/** A kind of file that is not text, and how its text can be imported. */
export interface BinaryKind {
  readonly what: string;
  readonly right: string;
}

const COPY = 'save its text as .txt and import that';
const UNPACK = 'unpack it and import the files in it';
const TYPE = 'import its text, typed out or read by a program';
const SAVE = 'save it as UTF-8';

/** First bytes by which kinds of file are known; `at` is where they stand, 0 unless given. */
const SIGNATURES: readonly (BinaryKind & { readonly bytes: string; readonly at?: number })[] = [
  { bytes: '%PDF', what: 'a PDF', right: COPY },
  { bytes: '{\\rtf', what: 'a document in rich text (RTF)', right: COPY },
  { bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'an old Office document', right: COPY },
  { bytes: 'AT&TFORM', what: 'a DjVu book', right: COPY },
  { bytes: '\x1f\x8b', what: 'a gzip archive', right: UNPACK },
  { bytes: 'BZh', what: 'a bzip2 archive', right: UNPACK },
  { bytes: '\xfd7zXZ\0', what: 'an xz archive', right: UNPACK },
  { bytes: "7z\xbc\xaf'\x1c", what: 'a 7-Zip archive', right: UNPACK },
  { bytes: 'Rar!\x1a', what: 'a RAR archive', right: UNPACK },
  { bytes: '\x28\xb5\x2f\xfd', what: 'a Zstandard archive', right: UNPACK },
  { bytes: 'ustar', at: 257, what: 'a tar archive', right: UNPACK },
  { bytes: '\x89PNG', what: 'an image (PNG)', right: TYPE },
  { bytes: '\xff\xd8\xff', what: 'an image (JPEG)', right: TYPE },
  { bytes: 'GIF8', what: 'an image (GIF)', right: TYPE },
  { bytes: 'II*\0', what: 'an image (TIFF)', right: TYPE },
  { bytes: 'MM\0*', what: 'an image (TIFF)', right: TYPE },
  { bytes: 'WEBP', at: 8, what: 'an image (WebP)', right: TYPE },
  { bytes: 'ftyp', at: 4, what: 'a picture, sound or film', right: TYPE },
  { bytes: 'SQLite format 3\0', what: 'a database', right: COPY },
  { bytes: '\xff\xfe\0\0', what: 'in UTF-32', right: SAVE },
  { bytes: '\0\0\xfe\xff', what: 'in UTF-32', right: SAVE },
];

/** What kinds of ZIP have at their beginning. */
const ZIPS: readonly (BinaryKind & { readonly holds: string })[] = [
  { holds: 'word/', what: 'a Word document', right: COPY },
  { holds: '[Content_Types].xml', what: 'an Office document', right: COPY },
  { holds: 'opendocument', what: 'an OpenDocument file', right: COPY },
  { holds: 'epub', what: 'an e-book (EPUB)', right: COPY },
  { holds: '', what: 'a ZIP archive', right: UNPACK },
];

/** Tells by its first bytes which kind of binary file this is; null where it is none known. */
export function binaryKind(head: Uint8Array): BinaryKind | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('latin1');
  if (text.startsWith('PK\x03\x04')) return ZIPS.find(({ holds }) => text.includes(holds))!;
  return SIGNATURES.find(({ bytes, at = 0 }) => text.startsWith(bytes, at)) ?? null;
}
