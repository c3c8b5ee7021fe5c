import { mount, unmount } from 'svelte';
import type { Language } from '../../locale/language';
import type { Decision } from '../../share/decision';
import RecordDecision from './RecordDecision.svelte';

/** Shows what would be recorded, to be changed; null when it was given up. */
export function askDecision(draft: Decision, language: Language): Promise<Decision | null> {
  return new Promise((resolve) => {
    const ondone = (decision: Decision | null): void => {
      void unmount(dialog);
      resolve(decision);
    };
    const dialog = mount(RecordDecision, {
      target: document.body,
      props: { draft, language, ondone },
    });
  });
}
