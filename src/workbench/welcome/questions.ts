import type { interfaceWords } from '../../locale/en/interface';
import { sampleNotebooks } from '../../platform/samples';

/** A question of the welcome page, and the sample notebook that answers it. */
export interface StartQuestion {
  readonly id: keyof typeof interfaceWords.questions;
  readonly notebook: string;
}

const QUESTIONS: readonly StartQuestion[] = [
  { id: 'experiment', notebook: 'checkout-test.lift.md' },
  { id: 'power', notebook: 'plan-a-test.lift.md' },
  { id: 'funnel', notebook: 'where-do-users-drop-out.lift.md' },
  { id: 'retention', notebook: 'do-they-come-back.lift.md' },
  { id: 'lifecycle', notebook: 'lifecycle.lift.md' },
  { id: 'monitor', notebook: 'is-activity-dropping.lift.md' },
  { id: 'leaving', notebook: 'who-is-about-to-leave.lift.md' },
  { id: 'paths', notebook: 'paths-to-payment.lift.md' },
  { id: 'attribution', notebook: 'which-channel-deserves-credit.lift.md' },
  { id: 'promo', notebook: 'is-it-the-coupon.lift.md' },
  { id: 'superUsers', notebook: 'who-are-my-super-users.lift.md' },
  { id: 'scorecard', notebook: 'is-the-operation-any-good.lift.md' },
];

/** The questions whose sample notebook comes with the app. */
export const startQuestions: readonly StartQuestion[] = QUESTIONS.filter(({ notebook }) =>
  sampleNotebooks.includes(notebook),
);
