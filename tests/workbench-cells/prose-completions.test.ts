import { describe, expect, it } from 'vitest';
import { proseCompletions } from '../../src/workbench/cells/prose-completions';

const PATHS = ['ab.lift', 'ab.p'];

/** What is offered where the bar stands, as the text would be with the first of it. */
function offered(marked: string): { labels: readonly string[]; first: string } | null {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const found = proseCompletions(text, at, () => PATHS);
  if (!found) return null;
  const [first] = found.options;
  return {
    labels: found.options.map(({ label }) => label),
    first: text.slice(0, found.from) + first!.insert! + text.slice(at),
  };
}

describe('proseCompletions(text, at, paths)', () => {
  it('offers the paths of values and closes the braces', () => {
    expect(offered('Up {{ ¦')).toEqual({ labels: PATHS, first: 'Up {{ ab.lift }}' });
    expect(offered('Up {{¦')).toEqual({ labels: PATHS, first: 'Up {{ab.lift }}' });
    expect(offered('{{ a }} and {{ ab.l¦ of it')?.first).toBe('{{ a }} and {{ ab.lift }} of it');
  });

  it('leaves braces that are closed', () => {
    expect(offered('Up {{ ab¦ }} now')?.first).toBe('Up {{ ab.lift }} now');
    expect(offered('Up {{ ab¦ | pct1 }}')?.first).toBe('Up {{ ab.lift | pct1 }}');
  });

  it('offers formats behind a bar', () => {
    expect(offered('{{ ab.lift | ¦')?.first).toBe('{{ ab.lift | int }}');
    expect(offered('{{ ab.lift | p¦ }}')?.labels).toContain('pct1');
  });

  it('offers nothing elsewhere', () => {
    for (const text of ['¦', 'ab¦', '{¦', '{{ ab }} ¦', '{{ ab\n¦', '¦{{']) {
      expect(offered(text), text).toBeNull();
    }
  });
});
