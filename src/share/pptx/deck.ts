import type { Figure } from '../figure';
import type { ShownTable } from '../shown-table';

/** Slides as PowerPoint gets them; lengths are pixels of a slide of 1280 by 720. */
export interface DeckSlide {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** For the speaker; empty for none. */
  readonly notes: string;
  /** What stands behind the numbers. */
  readonly foot: string;
}

/** What stands on a slide, from top to bottom. */
export type Block =
  | { readonly kind: 'text'; readonly paragraphs: readonly Paragraph[] }
  | { readonly kind: 'table'; readonly title: string; readonly table: ShownTable }
  | { readonly kind: 'picture'; readonly figure: Figure; readonly text: string };

export interface Paragraph {
  readonly text: string;
  readonly look: Look;
}

/** What a paragraph is for. */
export type Look = 'heading' | 'answer' | 'plain' | 'bullet' | 'small' | 'number';

/** Of the letters of each look, in pixels. */
export const SIZES: Readonly<Record<Look, number>> = {
  heading: 26,
  answer: 28,
  plain: 20,
  bullet: 20,
  small: 15,
  number: 48,
};
