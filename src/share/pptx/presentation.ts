import { strToU8, zipSync } from 'fflate';
import type { Figure } from '../figure';
import type { DeckSlide } from './deck';
import { LAYOUT, MASTER, NOTES_MASTER, THEME } from './fixed-parts';
import { notesXml } from './notes-xml';
import { type Placed, placeBlocks } from './place-blocks';
import { slideXml } from './slide-xml';
import { NAMES, relationships, xmlPart, xmlText } from './xml';

/** What a presentation is made of besides its slides. */
export interface DeckParts {
  readonly title: string;
  readonly locale: string;
  /** Epoch ms. */
  readonly now: number;
  /** A chart as a PNG: PowerPoint wants pixels. */
  readonly draw: (figure: Figure) => Promise<Uint8Array>;
}

interface Page {
  readonly slide: DeckSlide;
  readonly placed: readonly Placed[];
}

/** Slides as a PowerPoint file of 16:9; what does not fit on one goes on to the next. */
export async function presentation(
  deck: readonly DeckSlide[],
  { title, locale, now, draw }: DeckParts,
): Promise<Uint8Array<ArrayBuffer>> {
  const pages: readonly Page[] = deck.flatMap((slide) =>
    placeBlocks(slide).map((placed) => ({ slide, placed })),
  );
  const files: Record<string, Uint8Array> = {};
  let pictures = 0;
  for (const [k, { slide, placed }] of pages.entries()) {
    const n = k + 1;
    const number = `${n} / ${pages.length}`;
    const targets = [{ kind: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' }];
    for (const { block } of placed) {
      if (block.kind !== 'picture') continue;
      const name = `image${++pictures}.png`;
      files[`ppt/media/${name}`] = await draw(block.figure);
      targets.push({ kind: 'image', target: `../media/${name}` });
    }
    if (slide.notes !== '') {
      targets.push({ kind: 'notesSlide', target: `../notesSlides/notesSlide${n}.xml` });
      files[`ppt/notesSlides/notesSlide${n}.xml`] = strToU8(notesXml(slide.notes, locale));
      files[`ppt/notesSlides/_rels/notesSlide${n}.xml.rels`] = strToU8(notesTargets(n));
    }
    const { foot } = slide;
    const xml = slideXml({ title: slide.title, placed, foot, number, locale });
    files[`ppt/slides/slide${n}.xml`] = strToU8(xml);
    files[`ppt/slides/_rels/slide${n}.xml.rels`] = strToU8(relationships(targets));
  }
  const all = { ...texts(pages, title, now), ...files };
  // The list of types comes first, as Office writes it.
  return zipSync(all, { mtime: new Date(now) }) as Uint8Array<ArrayBuffer>;
}

function notesTargets(n: number): string {
  return relationships([
    { kind: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
    { kind: 'slide', target: `../slides/slide${n}.xml` },
  ]);
}

/** The parts that are text and the same for all slides. */
function texts(pages: readonly Page[], title: string, now: number): Record<string, Uint8Array> {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(pages),
    '_rels/.rels': relationships([
      { kind: 'officeDocument', target: 'ppt/presentation.xml' },
      { kind: CORE, target: 'docProps/core.xml' },
    ]),
    'docProps/core.xml': coreXml(title, now),
    'ppt/presentation.xml': presentationXml(pages),
    'ppt/_rels/presentation.xml.rels': relationships([
      { kind: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
      { kind: 'theme', target: 'theme/theme1.xml' },
      { kind: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
      ...pages.map((_, k) => ({ kind: 'slide', target: `slides/slide${k + 1}.xml` })),
    ]),
    'ppt/slideMasters/slideMaster1.xml': MASTER,
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships([
      { kind: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
      { kind: 'theme', target: '../theme/theme1.xml' },
    ]),
    'ppt/slideLayouts/slideLayout1.xml': LAYOUT,
    'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships([
      { kind: 'slideMaster', target: '../slideMasters/slideMaster1.xml' },
    ]),
    'ppt/notesMasters/notesMaster1.xml': NOTES_MASTER,
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relationships([
      { kind: 'theme', target: '../theme/theme2.xml' },
    ]),
    'ppt/theme/theme1.xml': THEME,
    'ppt/theme/theme2.xml': THEME,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

const CORE =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const OFFICE = 'application/vnd.openxmlformats-officedocument';

function contentTypes(pages: readonly Page[]): string {
  const ofSlides = pages.flatMap(({ slide }, k) => [
    [`ppt/slides/slide${k + 1}.xml`, `${OFFICE}.presentationml.slide+xml`],
    ...(slide.notes === '' ? [] : [[`ppt/notesSlides/notesSlide${k + 1}.xml`, `${OFFICE}.presentationml.notesSlide+xml`]]), // prettier-ignore
  ]);
  const parts = [
    ['ppt/presentation.xml', `${OFFICE}.presentationml.presentation.main+xml`],
    ['ppt/slideMasters/slideMaster1.xml', `${OFFICE}.presentationml.slideMaster+xml`],
    ['ppt/slideLayouts/slideLayout1.xml', `${OFFICE}.presentationml.slideLayout+xml`],
    ['ppt/notesMasters/notesMaster1.xml', `${OFFICE}.presentationml.notesMaster+xml`],
    ['ppt/theme/theme1.xml', `${OFFICE}.theme+xml`],
    ['ppt/theme/theme2.xml', `${OFFICE}.theme+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...ofSlides,
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`); // prettier-ignore
  return xmlPart(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${overrides.join('')}</Types>`,
  );
}

function presentationXml(pages: readonly Page[]): string {
  const ids = pages.map((_, k) => `<p:sldId id="${256 + k}" r:id="rId${k + 4}"/>`);
  return xmlPart(
    `<p:presentation ${NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId3"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  );
}

function coreXml(title: string, now: number): string {
  const at = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
  return xmlPart(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Liftbook</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`,
  );
}
