export const signInAt = "/sign-in/department"
export const startAt = `${signInAt}/start`
export const backAt = `${signInAt}/back`

/** An address that knows where to go afterwards. */
export const addressOf = (at: string, next: string | undefined) =>
  next ? `${at}?next=${encodeURIComponent(next)}` : at
