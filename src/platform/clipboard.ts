/**
 * Puts one thing on the clipboard in one or several forms, by MIME type. Must be called within the
 * user's act; what a promise brings may come later. Gives whether the browser let it happen.
 */
export async function copy(
  forms: Readonly<Record<string, string | Blob | Promise<Blob>>>,
): Promise<boolean> {
  const parts = Object.entries(forms).map(([type, form]) => [
    type,
    typeof form === 'string' ? new Blob([form], { type }) : form,
  ]);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    return true;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return false;
  }
}

/** The text on the clipboard; null where the browser, or its user, does not give it. */
export async function clipboardText(): Promise<string | null> {
  if (!('clipboard' in navigator)) return null;
  try {
    return await navigator.clipboard.readText();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
}
