interface HtmlPolicy {
  createHTML(html: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy;
}

/** Our own documents only: all text in them is escaped, and no script runs in the frame they stand in. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(
  'liftbook',
  { createHTML: (html) => html },
);

/** A frame whose dialog is over may still be read by the printer. */
const LINGER_MS = 60_000;

/**
 * Prints an HTML document from a frame that nobody sees and in which no script runs. Resolves when
 * the browser has taken it.
 *
 * @param prepare  called when the document is laid out
 */
export async function printPage(
  html: string,
  prepare: (page: Document) => void = () => undefined,
): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.style.cssText = 'position:fixed;left:-10000px;top:0;width:1280px;height:720px;border:0';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = policy?.createHTML(html) ?? html;
  document.body.append(frame);
  await loaded;
  prepare(frame.contentDocument!);
  const view = frame.contentWindow!;
  const remove = (): void => frame.remove();
  view.addEventListener('afterprint', remove, { once: true });
  setTimeout(remove, LINGER_MS);
  view.print();
}
