import { writeFileSync } from 'node:fs';
import { sampleFiles } from './sample-files';

for (const [name, bytes] of sampleFiles()) {
  writeFileSync(new URL(name, import.meta.url), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
