import type { Json } from '../base/json';
import type { Output } from '../engine/engine';

/** What `{ "$ref" }`, prose and code see of a cell: its result, its value, or the figures of a source or a segment. */
export function outputValue(output: Output): Json {
  switch (output.type) {
    case 'analysis':
      return output.result;
    case 'segment':
      return { users: output.users, of: output.of };
    case 'transform':
      return output.value;
    case 'input':
    case 'metric':
      return output.params['value'] ?? null;
    case 'definitions':
      return output.params['metrics'] ?? null;
    case 'chart':
    case 'note':
    case 'layout':
      return null;
    case 'source': {
      const { file, bytes, sha256, rows, users, from, to, duplicates } = output;
      return { file, bytes, sha256, rows, users, from, to, duplicates };
    }
  }
}
