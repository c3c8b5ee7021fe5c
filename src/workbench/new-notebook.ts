/** The text of a notebook with nothing in it but its title; canonical. */
export function newNotebookText(title: string, timezone: string): string {
  const header = `{ "liftbook": 1, "title": ${JSON.stringify(title)}, "timezone": "${timezone}" }`;
  return `\`\`\`json lift:notebook\n${header}\n\`\`\`\n\n# ${title}\n`;
}
