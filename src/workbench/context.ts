import { createContext } from 'svelte';
import type { NotebookTab } from './notebook-tab.svelte';
import type { Workbench } from './workbench.svelte';

/** The workbench, for every component below `App`. */
export const [workbenchContext, provideWorkbench] = createContext<Workbench>();

/** The notebook on screen, for the components of its view, of the inspector and of the side bar. */
export const [tabContext, provideTab] = createContext<NotebookTab>();
