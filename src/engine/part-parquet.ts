export { readParquet, unzstd } from '../data/parquet';
