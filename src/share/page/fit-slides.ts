/** A slide whose content is wider at a smaller scale is shorter too: this often is enough to settle. */
const ROUNDS = 6;

/** Scales the content of each slide of a printed document down to the room it has; never up. */
export function fitSlides(page: Document): void {
  for (const content of page.querySelectorAll<HTMLElement>('.content')) {
    const room = content.parentElement!.clientHeight;
    for (let round = 0, scale = 1; round < ROUNDS; ++round) {
      const fitting = Math.min(1, room / content.scrollHeight);
      const isSettled = fitting >= scale - 0.005 && round > 0;
      scale = Math.min(scale, fitting);
      content.style.setProperty('--scale', String(scale));
      if (isSettled) break;
    }
  }
}
