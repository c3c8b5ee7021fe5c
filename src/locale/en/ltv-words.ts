type Period = 'day' | 'week' | 'month';

/** Titles of the form of `kind: ltv`, in English. */
export const ltvFormWords = {
  purchase: 'Purchase',
  customerStart: 'A customer from',
  buyingModel: 'Model',
  timeUnit: 'Unit of time of the model',
  holdout: 'Hold out the last',
  forecastHorizon: 'Look ahead',
  marginOfValue: 'Margin',
  discount: 'Discount a year',
};

/** What the choices of its form are called. */
export const ltvChoices = {
  buyingModel: {
    'bg-nbd': 'BG/NBD',
    'mbg-nbd': 'MBG/NBD: may leave after the first purchase',
    none: 'none',
  },
};

/** Titles of the tables and charts of the value of customers, in English. */
export const ltvWords = {
  curve: 'Value of a customer',
  after: 'Through',
  age: (offset: number, period: Period): string => `${period} ${offset}`,
  customers: 'Customers',
  customersOf: (customers: string): string => `${customers} customers`,
  perCustomer: 'Per customer',
  total: 'Total',
  cohorts: 'By cohort',
  cohort: 'Cohort',
  all: 'All customers',
  model: 'Model',
  buying: 'Buying',
  spending: 'Spending',
  parameter: 'Number',
  estimate: 'Estimate',
  error: 'Standard error',
  range: '95 % interval',
  holdout: 'Held out',
  tracking: 'Purchases as foretold and as they came',
  repeats: 'Repeat purchases before',
  repeatPurchases: 'Repeat purchases',
  actual: 'Came',
  expected: 'Expected',
  forecast: 'Forecast',
  silent: 'Days since the last',
  there: 'Still a customer',
  expectedValue: 'Expected value',
  curveIs: (age: string, value: string, range: string): string =>
    `What a customer has brought through each period after the first. Through ${age}: ${value} (the band, which holds the whole curve, is ${range}).`,
  cohortIs: (cohort: string, age: string, value: string): string =>
    `Cohort of ${cohort}: ${value} through ${age}.`,
  trackingIs: (from: string, actual: string, expected: string): string =>
    `Repeat purchases from the beginning on, as they came and as the model that knows the time before ${from} has them: ${actual} and ${expected} at the end.`,
  thereOf: (repeats: string, silent: string, chance: string): string =>
    `${repeats} repeats, silent for ${silent} days: ${chance}`,
  thereIs: (cells: string): string =>
    `Chance that customers have not left, by their repeat purchases and the days since the last. ${cells}.`,
};
