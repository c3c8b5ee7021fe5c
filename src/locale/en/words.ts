/** Titles of tables, columns, charts, axes and form fields, in English. */
export const words = {
  users: 'Users',
};
