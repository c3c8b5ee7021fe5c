/** Of this Liftbook: results say which version computed them. */
export { version } from '../../package.json';
