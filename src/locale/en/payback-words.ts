/** Titles of the form of `kind: payback`, in English. */
export const paybackFormWords = { acquisition: 'Acquisition' };

/** Titles of the tables and charts of payback, in English. */
export const paybackWords = {
  channels: 'By channel',
  channel: 'Channel',
  cohorts: 'By cohort',
  cohort: 'Acquired in',
  acquired: 'Acquired',
  cost: 'Cost',
  cac: 'CAC',
  buyers: 'Buyers',
  costPerBuyer: 'Per buyer',
  repeatBuyers: 'Bought again',
  costPerRepeatBuyer: 'Per repeat buyer',
  value: 'Value',
  ratio: 'LTV/CAC',
  paidBackBy: 'Paid back by',
  curve: 'LTV/CAC as time goes by',
  balance: 'Cost and value',
  curveIs: (channel: string, age: string, ratio: string, range: string): string =>
    `${channel}: ${ratio} through ${age} (${range}).`,
  balanceIs: (channel: string, cost: string, value: string): string =>
    `${channel} cost ${cost} and brought ${value}.`,
};
