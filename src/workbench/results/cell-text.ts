export { type Row, type Value, cellText, formatOf } from '../../share/cell-text';
