import { GROUP } from './slide-xml';
import { NAMES, xmlPart, xmlText } from './xml';

/** The notes of a slide as XML. */
export function notesXml(notes: string, locale: string): string {
  const paragraphs = notes
    .split('\n')
    .map((line) => `<a:p><a:r><a:rPr lang="${locale}"/><a:t>${xmlText(line)}</a:t></a:r></a:p>`);
  const holder =
    '<p:nvSpPr><p:cNvPr id="2" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>';
  return xmlPart(
    `<p:notes ${NAMES}><p:cSld><p:spTree>${GROUP}<p:sp>${holder}<p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs.join('')}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  );
}
