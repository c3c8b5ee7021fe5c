import { PAPER } from '../chart-drawing';
import { GROUP } from './slide-xml';
import { NAMES, xmlPart } from './xml';

/** What every presentation has to have besides its slides. */

const hex = (color: string): string => color.slice(1).toUpperCase();
const rgb = (name: string, color: string): string =>
  `<a:${name}><a:srgbClr val="${hex(color)}"/></a:${name}>`;

const COLORS = [
  ['dk1', PAPER.ink],
  ['lt1', PAPER.paper],
  ['dk2', PAPER.ink2],
  ['lt2', '#f3f4f6'],
  ['accent1', PAPER.c1],
  ['accent2', PAPER.c2],
  ['accent3', PAPER.c0],
  ['accent4', PAPER.good],
  ['accent5', PAPER.bad],
  ['accent6', PAPER.ink3],
  ['hlink', PAPER.c1],
  ['folHlink', PAPER.ink3],
] as const;

const font = (kind: string): string =>
  `<a:${kind}><a:latin typeface="Segoe UI"/><a:ea typeface="Microsoft YaHei"/><a:cs typeface=""/></a:${kind}>`;
const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const LINE = `<a:ln w="6350">${FILL}</a:ln>`;
const EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const three = (part: string): string => part.repeat(3);

export const THEME = xmlPart(
  `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Liftbook"><a:themeElements><a:clrScheme name="Liftbook">${COLORS.map(([name, color]) => rgb(name, color)).join('')}</a:clrScheme><a:fontScheme name="Liftbook">${font('majorFont')}${font('minorFont')}</a:fontScheme><a:fmtScheme name="Liftbook"><a:fillStyleLst>${three(FILL)}</a:fillStyleLst><a:lnStyleLst>${three(LINE)}</a:lnStyleLst><a:effectStyleLst>${three(EFFECT)}</a:effectStyleLst><a:bgFillStyleLst>${three(FILL)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
);

const BACKGROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
const MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const TREE = `<p:spTree>${GROUP}</p:spTree>`;

export const MASTER = xmlPart(
  `<p:sldMaster ${NAMES}><p:cSld>${BACKGROUND}${TREE}</p:cSld>${MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle/><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`,
);

const TITLE_HOLDER =
  '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>';

export const LAYOUT = xmlPart(
  `<p:sldLayout ${NAMES} type="titleOnly" preserve="1"><p:cSld name="Liftbook"><p:spTree>${GROUP}${TITLE_HOLDER}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
);

export const NOTES_MASTER = xmlPart(
  `<p:notesMaster ${NAMES}><p:cSld>${BACKGROUND}${TREE}</p:cSld>${MAP}</p:notesMaster>`,
);
