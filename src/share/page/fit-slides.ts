/** Charts grow with the width that a smaller scale gives them: this often is enough to settle. */
const ROUNDS = 12;
/** So that the last step is a short one. */
const SPARE = 0.99;

/** Scales the content of each slide of a printed document down to the room it has; never up. */
export function fitSlides(page: Document): void {
  for (const content of page.querySelectorAll<HTMLElement>('.content')) {
    const room = content.parentElement!.clientHeight;
    let scale = 1;
    for (let round = 0; round < ROUNDS && content.scrollHeight * scale > room; ++round) {
      scale = (SPARE * room) / content.scrollHeight;
      content.style.setProperty('--scale', String(scale));
    }
  }
}
