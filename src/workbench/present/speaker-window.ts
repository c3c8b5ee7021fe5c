import { mount, unmount } from 'svelte';
import type { Workbench } from '../workbench.svelte';
import type { Presentation } from './presentation.svelte';
import Presenter from './Presenter.svelte';

interface Opened {
  readonly window: Window;
  readonly view: Record<string, unknown>;
}

/** A second window for the speaker: it is this page's, so it shows what this page shows. */
export class SpeakerWindow {
  readonly #presentation: Presentation;
  readonly #workbench: Workbench;
  readonly #onkeydown: (event: KeyboardEvent) => void;
  #opened: Opened | null = null;

  /** `onkeydown`: keys mean the same in both windows. */
  constructor(
    presentation: Presentation,
    workbench: Workbench,
    onkeydown: (event: KeyboardEvent) => void,
  ) {
    this.#presentation = presentation;
    this.#workbench = workbench;
    this.#onkeydown = onkeydown;
  }

  /** Opens it, or brings it to the front; a browser that refuses is told about. */
  open(): void {
    if (this.#opened && !this.#opened.window.closed) return this.#opened.window.focus();
    const { popupRefused, presenter } = this.#workbench.words.present;
    const opened = window.open('', 'liftbook-speaker', 'popup,width=960,height=640');
    if (!opened) return this.#workbench.messages.inform(popupRefused);
    const { document: page } = opened;
    page.title = presenter;
    page.documentElement.dataset['theme'] = document.documentElement.dataset['theme'];
    page.head.replaceChildren(
      ...[...document.querySelectorAll('style, link[rel=stylesheet]')].map((each) =>
        page.importNode(each, true),
      ),
    );
    page.body.replaceChildren();
    opened.addEventListener('keydown', this.#onkeydown);
    const props = { presentation: this.#presentation, workbench: this.#workbench };
    this.#opened = { window: opened, view: mount(Presenter, { target: page.body, props }) };
  }

  close(): void {
    if (!this.#opened) return;
    void unmount(this.#opened.view);
    this.#opened.window.close();
    this.#opened = null;
  }
}
