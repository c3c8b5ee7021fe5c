import type { Language } from '../../locale/language';
import { slidesOf } from '../../notebook/slides';
import type { Session } from '../../session/session';
import type { SharedNotebook } from '../../session/shared-notebook';
import { escaped } from '../escaped';
import { factsBehind, factsOfAll } from '../facts';
import { cellHtml } from './cell-html';
import { PAGE_STYLE } from './page-style';
import { SLIDE_STYLE } from './slide-style';

/** A notebook with its results as a document for the printer, on A4; it holds no script. */
export async function printedPage(session: Session, language: Language): Promise<string> {
  const shared = await session.shared();
  const cells: string[] = [];
  for (const cell of shared.notebook.cells) cells.push(await cellHtml(cell, shared, language));
  const facts = escaped(factsOfAll(session, language).join(' · '));
  const body = `<main>${cells.join('\n')}</main><footer>${facts}</footer>`;
  return documentOf(body, PAGE_STYLE, shared, language);
}

/**
 * The slides of a notebook as a document for the printer, each on a page of 1280 by 720 pixels with
 * what stands behind its numbers at its foot. Whoever prints it scales each `.content` to its
 * `.room` (`fitSlides`).
 */
export async function printedSlides(session: Session, language: Language): Promise<string> {
  const shared = await session.shared();
  const slides = slidesOf(shared.notebook.cells);
  const sections: string[] = [];
  for (const [k, { cells }] of slides.entries()) {
    const inner: string[] = [];
    for (const cell of cells) inner.push(await cellHtml(cell, shared, language));
    const ids = cells.map(({ id }) => id);
    const own = factsBehind(ids, session, language);
    const facts = own.length > 0 ? own : factsOfAll(session, language);
    sections.push(
      `<section class="slide"><div class="room"><div class="content">${inner.join('\n')}</div></div><footer><span>${escaped(facts.join(' · '))}</span><span>${k + 1} / ${slides.length}</span></footer></section>`,
    );
  }
  return documentOf(sections.join('\n'), PAGE_STYLE + SLIDE_STYLE, shared, language);
}

function documentOf(
  body: string,
  style: string,
  { notebook, file }: SharedNotebook,
  { locale }: Language,
): string {
  const title = notebook.header.title ?? file.slice(file.lastIndexOf('/') + 1);
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}
