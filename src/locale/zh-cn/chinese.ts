import { findings } from './findings';
import { interfaceWords } from './interface';
import { problems } from './problems';
import { words } from './words';

/** Simplified Chinese: every dictionary is held to the keys of the English one. */
export const chinese = { findings, interface: interfaceWords, problems, words };
