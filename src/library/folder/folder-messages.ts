/** Why a library folder cannot be read or changed: stable codes, and what would be right. */
export const LIBRARY_FAULTS = {
  'damaged-index': (folder: string, reason: string) =>
    `the library's index ${folder}/library.json is damaged (${reason}); ` +
    'move that file away and import your files again',
  'newer-library': (folder: string) =>
    `the library in ${folder} was written by a newer version of Backchannel; update this one`,
  'damaged-collection': (id: string, file: string, reason: string) =>
    `${id} in the library is damaged (${reason}); import ${file} again`,
  'not-held': (id: string) => `the library holds no ${id}`,
  'unreadable-library': (folder: string, reason: string) =>
    `the library in ${folder} cannot be read: ${reason}`,
  'unwritable-library': (folder: string, reason: string) =>
    `the library in ${folder} cannot be written: ${reason}; it is as it was`,
  'unconfirmed-library': (folder: string, reason: string) =>
    `the library in ${folder} was changed, but the disk does not say that it keeps it: ${reason}; ` +
    'import again to be sure',
  'busy-library': (folder: string) =>
    `another import into ${folder} does not end; try again when it has`,
} as const;

export type LibraryFaultCode = keyof typeof LIBRARY_FAULTS;

/** What is wrong with a library folder. */
export interface LibraryFault {
  readonly code: LibraryFaultCode;
  readonly message: string;
}

/** What went wrong with a library folder. */
export function libraryFault<C extends LibraryFaultCode>(
  code: C,
  ...details: Parameters<(typeof LIBRARY_FAULTS)[C]>
): LibraryFault {
  const message = LIBRARY_FAULTS[code] as (
    ...details: Parameters<(typeof LIBRARY_FAULTS)[C]>
  ) => string;
  return { code, message: message(...details) };
}
