import { PAPER } from '../chart-drawing';
import type { ShownTable } from '../shown-table';
import { type Paragraph, SIZES } from './deck';
import { type Placed, ROOM } from './place-blocks';
import { TABLE, columnWidths, rowHeights } from './table-size';
import { NAMES, emu, xmlPart, xmlText } from './xml';

/** What is on a slide of the file. */
export interface SlideParts {
  readonly title: string;
  readonly placed: readonly Placed[];
  readonly foot: string;
  readonly number: string;
  /** BCP 47: which way words are spelt. */
  readonly locale: string;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Style {
  readonly size: number;
  readonly color: string;
  readonly bold?: boolean;
  readonly right?: boolean;
  readonly bullet?: boolean;
}

/** A point is ¾ of a pixel; Office counts hundredths of it. */
const HUNDREDTHS = 75;

const TITLE = { x: ROOM.x, y: 36, width: ROOM.width, height: 64 };
const FOOT = { x: ROOM.x, y: 676, width: ROOM.width, height: 28 };

/** A slide as XML. Its pictures are `rId2`, `rId3` … in their order; `rId1` is its layout. */
export function slideXml({ title, placed, foot, number, locale }: SlideParts): string {
  let picture = 1;
  const shapes = placed.map((each, k) => {
    const id = k + 4;
    const { block } = each;
    if (block.kind === 'text')
      return textShape(id, 'Text', each, block.paragraphs.map(styled), locale);
    if (block.kind === 'table') return tableShape(id, block.title, each, block.table, locale);
    return pictureShape(id, block.text, each, `rId${++picture}`);
  });
  const heading = { text: title, style: { size: 34, color: PAPER.ink, bold: true } };
  const small = { size: 13, color: PAPER.ink3 };
  const all = [
    title === '' ? '' : textShape(2, 'Title', TITLE, [heading], locale, '<p:ph type="title"/>'),
    ...shapes,
    textShape(900, 'Foot', FOOT, [{ text: foot, style: small }], locale),
    textShape(901, 'Number', FOOT, [{ text: number, style: { ...small, right: true } }], locale),
  ];
  return xmlPart(
    `<p:sld ${NAMES}><p:cSld><p:spTree>${GROUP}${all.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  );
}

/** What every tree of shapes begins with. */
export const GROUP =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

interface Line {
  readonly text: string;
  readonly style: Style;
}

function styled({ text, look }: Paragraph): Line {
  const isStrong = look === 'heading' || look === 'answer' || look === 'number';
  const color = look === 'small' ? PAPER.ink2 : PAPER.ink;
  return { text, style: { size: SIZES[look], color, bold: isStrong, bullet: look === 'bullet' } };
}

function textShape(
  id: number,
  name: string,
  box: Box,
  lines: readonly Line[],
  locale: string,
  holder = '',
): string {
  const body = lines.map(({ text, style }) => paragraph(text, style, locale)).join('');
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name} ${id}"/><p:cNvSpPr${holder ? '' : ' txBox="1"'}/><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:spPr>${frame('a', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/>${body}</p:txBody></p:sp>`;
}

function tableShape(
  id: number,
  title: string,
  box: Placed,
  table: ShownTable,
  locale: string,
): string {
  const widths = columnWidths(table, box.width);
  const heights = rowHeights(table, box.width);
  const grid = widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('');
  const rows = [table.header, ...table.rows].map((row, k) => {
    const cells = row.map((text, column) => {
      const style = {
        size: TABLE.size,
        color: k === 0 ? PAPER.ink2 : PAPER.ink,
        right: !table.isText[column],
      };
      const line = `<a:lnB w="6350"><a:solidFill><a:srgbClr val="${hex(PAPER.line)}"/></a:solidFill></a:lnB>`;
      return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph(text, style, locale)}</a:txBody><a:tcPr marL="${emu(TABLE.side)}" marR="${emu(TABLE.side)}" marT="${emu(TABLE.above)}" marB="${emu(TABLE.above)}" anchor="ctr">${line}<a:noFill/></a:tcPr></a:tc>`;
    });
    return `<a:tr h="${emu(heights[k]!)}">${cells.join('')}</a:tr>`;
  });
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table ${id}" descr="${xmlText(title)}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frame('p', box)}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${rows.join('')}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function pictureShape(id: number, text: string, box: Box, link: string): string {
  return `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="Chart ${id}" descr="${xmlText(text)}"/><p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${link}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${frame('a', box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

function paragraph(
  text: string,
  { size, color, bold, right, bullet }: Style,
  locale: string,
): string {
  const indent = bullet ? ` marL="${emu(22)}" indent="-${emu(22)}"` : '';
  const mark = bullet ? '<a:buChar char="•"/>' : '<a:buNone/>';
  return `<a:p><a:pPr algn="${right ? 'r' : 'l'}"${indent}><a:spcBef><a:spcPts val="400"/></a:spcBef>${mark}</a:pPr><a:r><a:rPr lang="${locale}" sz="${Math.round(size * HUNDREDTHS)}"${bold ? ' b="1"' : ''}><a:solidFill><a:srgbClr val="${hex(color)}"/></a:solidFill></a:rPr><a:t>${xmlText(text)}</a:t></a:r></a:p>`;
}

function frame(space: 'a' | 'p', { x, y, width, height }: Box): string {
  return `<${space}:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></${space}:xfrm>`;
}

function hex(color: string): string {
  return color.slice(1).toUpperCase();
}
