/** What is said of files that are imported. */
export const importMessages = {
  sameCollection: (id: string, other: string) =>
    `this and '${other}' are both ${id}; import one of them, or give them different titles`,
  replaced: (name: string) => `replaces what was imported from ${name}`,
  again: 'was in the library, and is as it was',
  remarks: (count: number) => (count === 1 ? '1 remark:' : `${count} remarks:`),
  moreRemarks: (count: number) => `and ${count} more like it; --json has all`,
  library: (folder: string) => `The library is in ${folder}`,
  waiting: (folder: string) =>
    `another import holds ${folder}; this one waits until it ends, or for half a minute`,
  nothing: 'nothing was imported, of the other files neither',
} as const;
