import type { MembersSlice } from '../engine/engine';

/** A page of the users behind a number: those at `[from, to)`, and how many there are in all. */
export type MembersPage = (from: number, to: number) => Promise<MembersSlice>;

const PAGE = 5_000;

/** All users behind a number, page by page; none is empty. */
export async function* memberPages(page: MembersPage): AsyncGenerator<MembersSlice> {
  for (let from = 0, total = 1; from < total; from += PAGE) {
    const slice = await page(from, from + PAGE);
    if (slice.ids.length > 0) yield slice;
    total = slice.total;
  }
}
