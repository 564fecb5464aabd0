/** What the system's words for a failure mean to the user. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you may not read or change it',
  EPERM: 'the system does not allow it',
  EROFS: 'it is on a disk that is read-only',
  ENOSPC: 'there is no space left on the disk',
  EDQUOT: 'you have used up your share of the disk',
  ENAMETOOLONG: 'its path is too long',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead round in circles',
  EMFILE: 'too many files are open',
  EBUSY: 'another program uses it',
  EIO: 'the disk has failed',
};

/** Why a file could not be read or written, for people. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return (
    (typeof code === 'string' ? REASONS[code] : undefined) ??
    (error instanceof Error ? error.message : String(error))
  );
}
