export { readArrow } from '../data/arrow';
