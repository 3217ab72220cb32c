/** Whether the tag is among those of an `If-None-Match`. */
export function isCurrent(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  // Weak comparison (RFC 9110, 13.1.2): a proxy that compresses makes the tag weak.
  return ifNoneMatch.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
}
