import type { Language } from '../language';
import { findings } from './findings';
import { interfaceWords } from './interface';
import { problems } from './problems';
import { words } from './words';

/** Simplified Chinese. */
export const chinese: Pick<Language, 'findings' | 'interface' | 'problems' | 'words'> = {
  findings,
  interface: interfaceWords,
  problems,
  words,
};
