import { Problem, type ProblemCode } from '../base/problem';

const CODES: Readonly<Record<string, ProblemCode>> = {
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  EISDIR: 'not-a-file',
  EACCES: 'no-access',
  EPERM: 'no-access',
};

/** What the file system said about `file`, for a reader; null when it is none of their doing. */
export function fileProblem(error: unknown, file: string): Problem | null {
  const code = CODES[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  return code ? new Problem(code, { file }) : null;
}
