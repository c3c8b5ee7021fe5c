import { tick } from 'svelte';

/** Writes into `input` what the notebook holds once an edit is through: an edit it did not take leaves nothing behind. */
export async function showHeld(
  input: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  held: () => string,
): Promise<void> {
  await tick();
  if (input.isConnected) input.value = held();
}
