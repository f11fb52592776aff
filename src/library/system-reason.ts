/** Whether an error came from the system, rather than from a mistake in the program. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

/** An error like those of the system, where the system would read and this program will not. */
export function unusable(reason: string): NodeJS.ErrnoException {
  return Object.assign(new Error(reason), { code: 'ENOTSUP', syscall: 'read' });
}

/** Why the system would not read or write, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not';
    case 'EROFS':
      return 'that disk can only be read';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EFBIG':
      return 'files of that size are not allowed there';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a part of its path is no folder';
    case 'ENAMETOOLONG':
      return 'its path is too long';
    default:
      return message;
  }
}
