import { plan } from './plan';
import { truthTable } from './readme-truths';
import type { Truth } from './truth';
import { dates, int } from './wording';

/** The page that tells readers and tests what is in the files and what was planted there. */
export function readme(truth: Truth): string {
  const { realised } = truth;
  return `${[
    '# The sample shop',
    opening(realised),
    '## Files',
    FILES,
    '## Events',
    eventTable(realised.byEvent),
    '## The truths',
    HOW_TO_READ,
    truthTable(truth),
    '## How the numbers are counted',
    COUNTING,
  ].join('\n\n')}\n`;
}

function opening({ events, users }: Truth['realised']): string {
  return [
    'A fictitious online shop for coffee, tea and sweets:',
    `${int(events)} events of ${int(users)} users in twelve weeks, ${dates({ from: 0, to: plan.days })}`,
    '(Monday to Sunday), in UTC. Nobody in it exists: the mail addresses are made up.',
    'All files, this page included, are written by `npm run sample-data` from `plan.ts`, the same bytes',
    `every time. The seed (\`${plan.seed}\`) was chosen so that chance neither hides nor exaggerates what was planted.`,
  ].join('\n');
}

const FILES = `| file | one row is | columns |
|---|---|---|
| \`shop-events.csv\`, \`shop-events.parquet\` | an event, in the order of time | \`user_id\`, \`ts\`, \`event\`, and where they apply \`channel\` (visit, signup), \`country\`, \`platform\`, \`category\` (view to refund), \`amount\` in euros (purchase, refund), \`coupon\` (purchase), \`campaign\` (message, open), \`experiment\` and \`variant\` (exposure), \`ms\` (checkout: until the payment page was ready; error), \`score\` (survey, 0 to 10) |
| \`users.csv\` | a user | \`user_id\`, \`email\` (an identifier: keep it private), \`country\`, \`platform\`, \`channel\` of the signup, \`signup_date\` (before the first day for members), \`referred_by\`, \`winter20\` (mailing list: \`sent\`, \`holdout\`, empty), \`tier\` at the end, \`visits\`, \`orders\`, \`revenue\`, and the checkout test as a unit table: \`checkout_variant\`, \`converted_7d\`, \`revenue_7d\`, \`revenue_14d_before\` (empty for users in no arm or in both) |
| \`spend.csv\` | a channel on a date | \`date\`, \`channel\`, \`cost\` in euros |
| \`campaigns.csv\` | a code | \`campaign\`, \`first_date\`, \`last_date\`, \`discount\`, \`audience\` |
| \`truth.json\` | – | the answers: \`planted\` (parameters), \`realised\` (counts from the files), \`people\` (ids of the hidden kinds) |`;

const WHAT_HAPPENED: Readonly<Record<string, string>> = {
  visit: 'comes to the shop; with its `channel`, the touch of attribution',
  view: 'looks at a product',
  cart: 'puts it into the basket',
  exposure: 'is recorded in an arm of a test; at the time of the visit or checkout it depends on',
  checkout: 'opens the payment page; rows without `ms` are impatient further taps',
  signup: 'opens an account; members did so before the first day',
  message: 'is sent a mail; this happens *to* a user and is no activity',
  purchase: 'pays',
  open: 'opens the mail',
  survey: 'answers how likely a recommendation is',
  invite: 'invites a friend',
  error: 'sees the payment fail',
  refund: 'gets all or half of the money back',
  complaint: 'writes to support',
};

function eventTable(byEvent: Readonly<Record<string, number>>): string {
  const rows = Object.entries(byEvent).map(
    ([event, count]) => `| \`${event}\` | ${int(count)} | the user ${WHAT_HAPPENED[event]} |`,
  );
  return ['| event | rows | |', '|---|---:|---|', ...rows].join('\n');
}

const HOW_TO_READ = `*Planted* is what the generator used; *realised* is what a count of the files gives, chance included.
Compare an analysis with the realised number to the digit, and with the planted one within its interval.`;

const COUNTING = `- Test results take users in exactly one arm, from their first exposure; windows are half-open, [0, 7 days) after it.
  Shares are compared by the score test with pooled variance, means by the difference over its unpooled standard error.
- The true lift of \`checkout\` is exact, not approximate: a checkout that is given up closes the shop to its user for
  seven days, so that whether somebody buys within the window is decided at the exposure.
- First and last touch look at the visits of the 30 days before a purchase. *Bought again* means a second
  purchase within 28 days, among users whose first was at least 28 days before the end.
- A checkout counts as paid when a purchase follows within seven days and before the next checkout; further taps do not count.
- The tier of an order is what all purchases up to and including it reach; refunds do not lower it.
- The two-week rule fires in a week whose visitors fell by more than 10 % after a week in which they did so too.
- Money is gross of refunds.`;
