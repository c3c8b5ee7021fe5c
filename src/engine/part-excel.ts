export { DELIMITER, excelText } from '../data/excel';
