import { z } from 'zod';

/** How a plan of looks spends its error rate. */
export const spending = z.union([
  z.enum(['obrien-fleming', 'pocock']),
  z.strictObject({
    power: z.number().gt(0).meta({ title: 'exponent', input: 'number' }),
  }),
]);
