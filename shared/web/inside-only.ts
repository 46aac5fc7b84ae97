/** An address inside this service, and nothing else. */
export const insideOnly = (next: string | undefined): string | undefined =>
  next && /^\/(?![/\\])[\w\-./~%?=&#]{0,300}$/.test(next) ? next : undefined
