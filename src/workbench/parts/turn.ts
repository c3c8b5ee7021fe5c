import { task } from '../../platform/machine';

let last: Promise<void> = Promise.resolve();

/**
 * Resolves in a task of its own, one caller after the other in the order of their calls: what is
 * put on the page in turns never makes the browser wait for more than one of them.
 */
export function turn(): Promise<void> {
  last = last.then(task);
  return last;
}

let lastFrame: Promise<void> = Promise.resolve();

/**
 * The same, with a picture of the page between one caller and the next: for work that takes most of
 * the time there is for one.
 */
export function frame(): Promise<void> {
  lastFrame = lastFrame.then(painted).then(turn);
  return lastFrame;
}

/** A page that nobody sees is not painted, and waits for a moment only. */
const UNSEEN_MS = 100;

function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, UNSEEN_MS);
  });
}
