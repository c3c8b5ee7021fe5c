import fc from 'fast-check';

/** Lines that a notebook, a broken notebook or a document about notebooks may hold. */
const LINES = [
  '',
  ' ',
  '\t',
  'A sentence.',
  'A sentence with `code` and {{ ab.p | pct1 }}.',
  '# A title',
  '```',
  '````',
  '~~~',
  '```js',
  '- ```js',
  '  ```',
  '    ```',
  '> ```',
  '```json lift:notebook',
  '```json lift:source events',
  '````json lift:analysis ab width=6 title="a ` b"',
  '~~~js lift:transform t',
  '```js lift:transform my-cell "stray',
  '```json lift:unheard of it',
  '```json lift:results',
  '```json lift:source',
  '<!-- lift:md intro -->',
  '<!-- lift:md intro width=6 title="a -\\u003e b" -->',
  '<!-- lift:md -->',
  '<!-- a remark -->',
  '{ "liftbook": 1 }',
  '{ "liftbook": 7 }',
  '{ "file": "a.csv", "10": 1.50, "2": [] }',
  '{ "broken": ',
  '}',
  '<<<<<<< ours',
  '||||||| base',
  '=======',
  '>>>>>>> theirs',
  '$.alpha > `x`',
];

/** Text that looks like a notebook, well formed or not, with any line ends. */
export const anyNotebook = fc
  .tuple(
    fc.boolean(),
    fc.array(
      fc.tuple(
        fc.oneof(
          { weight: 8, arbitrary: fc.constantFrom(...LINES) },
          { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
        ),
        fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'),
      ),
      { maxLength: 24 },
    ),
    fc.constantFrom('', 'no line end here', '```json lift:metric m'),
  )
  .map(([bom, lines, end]) => (bom ? '\uFEFF' : '') + lines.flat().join('') + end);
