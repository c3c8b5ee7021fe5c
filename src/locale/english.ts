import { findings } from './en/findings';
import { type Language, firstEnglish } from './language';

/** English, whole. */
export const english: Language = { ...firstEnglish, findings };
