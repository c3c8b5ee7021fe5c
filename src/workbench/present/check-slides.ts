import { mount, unmount } from 'svelte';
import { slidesOf } from '../../notebook/slides';
import type { NotebookTab } from '../notebook-tab.svelte';
import type { Workbench } from '../workbench.svelte';
import SlideCheck from './SlideCheck.svelte';
import { slideProblems } from './slide-problems';

/** Slides that have kept their sizes for so long are drawn. */
const STILL_MS = 500;
const LATEST_MS = 6_000;

/** Measures every slide and tells the notebook's problems of those that hold too much; gives how many there are. */
export async function checkSlides(workbench: Workbench, tab: NotebookTab): Promise<number> {
  const { notebook, file } = tab.session;
  const slides = slidesOf(notebook.cells);
  await tab.session.shared();
  const scales: number[] = [];
  let changedAt = performance.now();
  const onscale = (slide: number, scale: number): void => {
    scales[slide] = scale;
    changedAt = performance.now();
  };
  const view = mount(SlideCheck, {
    target: document.body,
    props: { workbench, tab, slides, onscale },
  });
  const latest = changedAt + LATEST_MS;
  const isStill = (now: number): boolean => now - changedAt > STILL_MS || now > latest;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (isStill(performance.now())) resolve();
      else setTimeout(look, STILL_MS / 5);
    };
    look();
  });
  await unmount(view);
  tab.crowded = { notebook, problems: slideProblems(slides, scales, file) };
  return slides.length;
}
