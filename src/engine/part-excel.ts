export { excelText } from '../data/excel';
