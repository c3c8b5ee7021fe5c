import { Problem } from '../base/problem';

/** What `act` gives, or the problem why it could not: a number that is not there is no failure. */
export function orProblem<T>(act: () => T): T | Problem {
  try {
    return act();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
