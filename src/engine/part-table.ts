export { RowPages } from './row-pages';
