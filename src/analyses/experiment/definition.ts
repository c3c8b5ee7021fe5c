/** The source of a number that is plain arithmetic. */
export const DEFINITION = '–';
