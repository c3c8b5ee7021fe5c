import { writeBadInputs } from './bad-inputs';

/** Writes every bad input below a folder. Usage: make.ts FOLDER */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a folder to write to.');
writeBadInputs(folder);
