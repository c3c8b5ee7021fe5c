import fc from 'fast-check';

/**
 * Property tests try the same cases on every machine, so that a run can be repeated. Other cases:
 * `LIFTBOOK_SEED=$RANDOM npx vitest run`.
 */
fc.configureGlobal({ seed: Number(process.env['LIFTBOOK_SEED'] ?? 20_261_122) });
