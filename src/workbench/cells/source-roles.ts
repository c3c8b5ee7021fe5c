/** The roles that make a table of events; with the first alone it has one row per user. */
export const SOURCE_ROLES = ['user', 'time', 'event'] as const;
