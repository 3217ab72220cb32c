/** A text that somebody wrote, without line breaks: for a subject, or a line of a letter. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
