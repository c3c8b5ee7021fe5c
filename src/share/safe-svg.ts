import { isStyleAddress } from './style-address';

/** What no XML may hold, however it is written. */

const UNWRITABLE = /[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const ATTRIBUTE = /\s([\w:-]+)="([^"]*)"/g;
/** A gradient or a clip of the drawing itself. */
const OWN = /^(?:url\()?#[\w-]+\)?$/;

/** A drawing that is XML whatever the data hold, and that asks nobody for anything when it is opened. */
export function safeSvg(svg: string): string {
  return svg
    .replace(UNWRITABLE, '\ufffd')
    .replace(ATTRIBUTE, (whole, name: string, value: string) => {
      const leads = name.endsWith('href') || isStyleAddress(value);
      return leads && !OWN.test(value) ? '' : whole;
    });
}
