import { createContext } from 'svelte';
import type { Workbench } from './workbench.svelte';

/** The workbench, for every component below `App`. */
export const [workbenchContext, provideWorkbench] = createContext<Workbench>();
