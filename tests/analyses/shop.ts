import type { Dataset } from '../../src/data/dataset';
import { story } from '../events/story';

/** Numbers from 0 up to 1 that look random and are the same every time. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * An invented shop: `users` people see one of two checkouts over ten days, some both, and buy or
 * not in the twenty days from then; B buys more often.
 */
export function shop(users: number, seed = 1): Dataset {
  const random = dice(seed);
  const lines: string[] = [];
  for (let user = 0; user < users; ++user) {
    const arm = random() < 0.5 ? 'A' : 'B';
    const seen = Math.floor(random() * 240) / 24;
    const country = random() < 0.6 ? 'DE' : 'FR';
    const rows = [`u${user} ${seen} see ${arm} ${country} -`];
    if (random() < 0.03) rows.push(`u${user} ${seen + 1} see ${arm === 'A' ? 'B' : 'A'} - -`);
    if (random() < 0.3) rows.push(`u${user} ${seen - 2} visit - ${country} -`);
    const chance = arm === 'A' ? 0.2 : 0.3;
    for (let day = 0; day < 20; day += 4) {
      if (random() < chance) {
        const amount = random() < 0.05 ? '-' : Math.ceil(random() * 4000) / 100;
        rows.push(`u${user} ${seen + day + random()} buy - - ${amount}`);
      }
    }
    lines.push(...rows);
  }
  // Rows of a user need not stand together or in order.
  for (let i = lines.length - 1; i > 0; --i) {
    const j = Math.floor(random() * (i + 1));
    [lines[i], lines[j]] = [lines[j]!, lines[i]!];
  }
  return story(
    `user:text at:time event:text arm:text country:text amount:number\n${lines.join('\n')}`,
  );
}
