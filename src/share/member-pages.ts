/** A page of the users behind a number: those at `[from, to)`, and how many there are in all. */
export type MembersPage = (
  from: number,
  to: number,
) => Promise<{ readonly total: number; readonly ids: readonly string[] }>;

const PAGE = 5_000;

/** The ids of all users behind a number, page by page. */
export async function* memberPages(page: MembersPage): AsyncGenerator<readonly string[]> {
  for (let from = 0, total = 1; from < total; from += PAGE) {
    const { total: found, ids } = await page(from, from + PAGE);
    if (ids.length > 0) yield ids;
    total = found;
  }
}
