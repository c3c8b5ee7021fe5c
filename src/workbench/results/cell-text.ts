export { type Row, type Value, cellText, formatOf, unitOf } from '../../share/cell-text';
