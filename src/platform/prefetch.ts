import { idle } from './machine';

/**
 * Fetches every part of the app that is not loaded yet, one at a time and only while nothing else is
 * to be done; what is fetched is kept by the page, so that from then on it asks the network for
 * nothing. The build lists the parts in the page (`build/chunk-list.ts`); in dev there is no list.
 *
 * @returns whether all of them arrived
 */
export async function prefetchApp(): Promise<boolean> {
  const list = document.querySelector<HTMLMetaElement>('meta[name="liftbook-chunks"]')?.content;
  let complete = list !== undefined;
  for (const chunk of list?.split(' ').filter(Boolean) ?? []) {
    await idle();
    if (!(await preload(chunk))) complete = false;
  }
  return complete;
}

function preload(chunk: string): Promise<boolean> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = chunk;
    link.onload = () => resolve(true);
    link.onerror = () => resolve(false);
    document.head.append(link);
  });
}
