import { DAY, type Diary, note } from './diary';
import { winbackArm } from './experiments';
import { plan } from './plan';
import { type Random, random } from './random';
import { type Shopper, momentOf } from './shopper';
import { trip } from './trip';

/** What the shop sends to a shopper on a day, and what comes of it. */
export function contact(shopper: Shopper, diary: Diary, next: Random, day: number): void {
  if (day === plan.promotion.winter.days.from) winterMail(shopper, diary, next, day);
  newsletter(shopper, diary, next, day);
  if (winbackArm(shopper, diary, day) === 'mail') winBack(shopper, diary, next, day);
  if (day === plan.days - 5) survey(shopper, diary, next, day);
}

/** Truth 6: the winter promotion goes to some of those seen before it, drawn at random. */
function winterMail(shopper: Shopper, diary: Diary, next: Random, day: number): void {
  const { sent, holdout } = plan.promotion.winter;
  const draw = random(plan.seed, 'winter', shopper.key)();
  if (!visitedSince(diary, 0) || draw >= sent + holdout) return;
  diary.winterList = draw < sent ? 'sent' : 'holdout';
  if (draw < sent) message(diary, next, day, 'WINTER20', 0.45);
}

/** Truth 12, first half: the newsletter goes to visitors of the last four weeks. */
function newsletter(shopper: Shopper, diary: Diary, next: Random, day: number): void {
  const issue = (plan.newsletter.days as readonly number[]).indexOf(day);
  const pace = shopper.newsletter;
  if (issue < 0 || pace === 'never' || !visitedSince(diary, day - 28)) return;
  if (pace === 'monthly' && issue > 0) return;
  const opened = message(diary, next, day, 'NEWSLETTER', plan.newsletter[pace].opened);
  if (opened && next() < 0.25) trip(shopper, diary, next, opened + 60, 'email');
}

/** Truth 11: the mail makes some of the silent come within a week. */
function winBack(shopper: Shopper, diary: Diary, next: Random, day: number): void {
  message(diary, next, day, 'WINBACK', 0.25);
  if (next() >= plan.winback.returns) return;
  const returnDay = day + 1 + Math.floor(6 * next());
  trip(shopper, diary, next, momentOf(returnDay, shopper.country, next), 'email');
}

/** Truth 12, second half: a quarter of the recent visitors answers; the more mail, the fewer recommend. */
function survey(shopper: Shopper, diary: Diary, next: Random, day: number): void {
  if (!visitedSince(diary, day - 28) || next() >= 0.25) return;
  const { promoters, detractors } = plan.newsletter[shopper.newsletter];
  const draw = next();
  const spread = next();
  let score = 7 + Math.floor(2 * spread);
  if (draw < promoters) score = 9 + Math.floor(2 * spread);
  else if (draw > 1 - detractors) score = Math.floor(7 * Math.sqrt(spread));
  note(diary, 'survey', momentOf(day, shopper.country, next), { score });
}

/** Sends a mail at nine and gives the second at which it was opened, or null. */
function message(
  diary: Diary,
  next: Random,
  day: number,
  campaign: string,
  opens: number,
): number | null {
  const sent = day * DAY + 9 * 3600;
  note(diary, 'message', sent, { campaign });
  if (next() >= opens) return null;
  const opened = sent + 900 + Math.floor(8 * 3600 * next());
  note(diary, 'open', opened, { campaign });
  return opened;
}

function visitedSince(diary: Diary, day: number): boolean {
  return diary.lastVisit >= Math.max(0, day);
}
