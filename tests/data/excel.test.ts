import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { kinds, read, table } from './reading';

/** A workbook as spreadsheet programs write it, as small as it can be; `sheet` is the rows' XML. */
function workbook(sheet: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Orders" sheetId="1" r:id="s1"/><sheet name="Notes" sheetId="2" r:id="s2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="s1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="st" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([k, v]) => [k, strToU8(v)])));
}

const text = (at: string, value: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (at: string, value: number, style = 0) =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;

/** 46083 is 2 March 2026 in Excel's days. */
const ORDERS = `
  <row r="1">${text('A1', 'user')}${text('B1', 'day')}${text('C1', 'at')}${text('D1', 'amount')}${text('E1', 'note')}</row>
  <row r="2">${text('A2', 'u1')}${number('B2', 46083, 1)}${number('C2', 46083.5, 2)}${number('D2', 12.5)}${text('E2', 'said &quot;yes&quot;, then no')}</row>
  <row r="4">${text('A4', '007')}${number('B4', 46084, 1)}${number('C4', 46084.25, 2)}<c r="E4" t="b"><v>1</v></c></row>`;

describe('an Excel workbook', () => {
  it('is the table of its first sheet, told by its bytes and not by its name', async () => {
    for (const name of ['orders.xlsx', 'orders.csv']) {
      const found = await read(workbook(ORDERS), { name });
      expect(kinds(found)).toEqual({
        user: 'text',
        day: 'time',
        at: 'time',
        amount: 'number',
        note: 'text',
      });
      expect(table(found)).toEqual({
        user: ['u1', '007'],
        day: [Date.UTC(2026, 2, 2), Date.UTC(2026, 2, 3)],
        at: [Date.UTC(2026, 2, 2, 12), Date.UTC(2026, 2, 3, 6)],
        amount: [12.5, null],
        note: ['said "yes", then no', 'true'],
      });
    }
  });

  it('has the wall times of the zone of its source', async () => {
    const found = await read(workbook(ORDERS), { name: 'o.xlsx', timezone: 'Europe/Berlin' });
    expect(table(found)['at']).toEqual([Date.UTC(2026, 2, 2, 11), Date.UTC(2026, 2, 3, 5)]);
  });

  it('is unpacked beyond half a megabyte too', async () => {
    const rows = Array.from({ length: 20_000 }, (_, k) => {
      const row = k + 2;
      return `<row r="${row}">${text(`A${row}`, `user ${(k * 7919) % 1009}`)}${number(`B${row}`, k / 3)}</row>`;
    });
    const heading = `<row r="1">${text('A1', 'user')}${text('B1', 'n')}</row>`;
    const found = await read(workbook(heading + rows.join('')), { name: 'large.xlsx' });
    expect(found.rows).toBe(20_000);
    expect(table(found)['n']!.at(-1)).toBe(19_999 / 3);
  });

  it('says when it is damaged, or holds nothing', async () => {
    const whole = workbook(ORDERS);
    await expect(
      read(whole.subarray(0, whole.length - 80), { name: 'cut.xlsx' }),
    ).rejects.toMatchObject({ code: 'damaged-file', args: { format: 'excel' } });
    await expect(read(workbook(''), { name: 'none.xlsx' })).rejects.toMatchObject({
      code: 'empty-file',
    });
  });
});
