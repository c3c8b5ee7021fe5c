import { MediaQuery } from 'svelte/reactivity';
import type { Preferences } from '../platform/preferences';

export type SideView = 'explorer' | 'outline' | 'data' | 'search' | 'experiments';
export type PanelView = 'problems' | 'log' | 'graph';
type Bar = 'side' | 'inspector';

/** Sizes a bar may be dragged to, in pixels: `[least, most]`. */
export const BAR_LIMITS = {
  side: [180, 480],
  inspector: [220, 560],
  panel: [80, 480],
} as const;

/** Which regions are shown, and how large. On a narrow screen the two bars are drawers: at most one is open, over the editor. */
export class Layout {
  readonly #narrow = new MediaQuery('max-width: 900px');
  #open = $state({ side: true, inspector: true });
  #drawer = $state<Bar | null>(null);
  sideView = $state<SideView>('explorer');
  panelView = $state<PanelView>('problems');
  panel = $state(false);
  sizes = $state({ side: 0, inspector: 0, panel: 0 });

  constructor(preferences: Preferences) {
    this.#open = { side: preferences.sideOpen, inspector: preferences.inspectorOpen };
    this.sizes = {
      side: preferences.sideWidth,
      inspector: preferences.inspectorWidth,
      panel: preferences.panelHeight,
    };
  }

  get narrow(): boolean {
    return this.#narrow.current;
  }

  shows(bar: Bar): boolean {
    return this.narrow ? this.#drawer === bar : this.#open[bar];
  }

  toggle(bar: Bar): void {
    if (this.narrow) this.#drawer = this.#drawer === bar ? null : bar;
    else this.#open[bar] = !this.#open[bar];
  }

  closeDrawer(): void {
    this.#drawer = null;
  }

  /** Shows a view of the side bar; the view already shown is put away, as in VS Code. */
  toggleSideView(view: SideView): void {
    if (this.sideView === view || !this.shows('side')) this.toggle('side');
    this.sideView = view;
  }

  /** Shows a view of the side bar, whatever is shown. */
  showSideView(view: SideView): void {
    if (!this.shows('side')) this.toggle('side');
    this.sideView = view;
  }

  showPanel(view: PanelView): void {
    this.panelView = view;
    this.panel = true;
  }

  get preferences(): Pick<
    Preferences,
    'sideOpen' | 'sideWidth' | 'inspectorOpen' | 'inspectorWidth' | 'panelHeight'
  > {
    return {
      sideOpen: this.#open.side,
      sideWidth: this.sizes.side,
      inspectorOpen: this.#open.inspector,
      inspectorWidth: this.sizes.inspector,
      panelHeight: this.sizes.panel,
    };
  }
}
