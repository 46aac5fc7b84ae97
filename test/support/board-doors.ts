import type { Door } from "./doors.ts"

const reading: Door = { for: "see programme" }
const site = "/programme/sites/:organisation"
const one = `${site}/returns/:round`
const writing: Door = { for: "write to sponsors", gives: () => ({ seen: "unread" }), keyed: true }

/** The programme's lists over the calendar. */
export const boardDoors: Record<string, Door> = {
  "GET /programme": reading,
  "GET /programme/board": reading,
  "GET /programme/board.csv": reading,
  "GET /programme/next": reading,
  "GET /programme/next.csv": reading,
  "GET /programme/notices": reading,
  "GET /programme/notices/:notice": reading,
  "GET /programme/letters": reading,
  "GET /programme/cover": reading,
  [`GET ${site}`]: reading,
  [`GET ${one}`]: reading,
  [`GET ${one}/sponsor`]: { for: "write to sponsors" },
  [`POST ${one}/sponsor`]: writing,

  "GET /api/programme": reading,
  "GET /api/programme/board": reading,
  "GET /api/programme/next": reading,
  "GET /api/programme/notices": reading,
  "GET /api/programme/notices/:notice": reading,
  "GET /api/programme/letters": reading,
  "GET /api/programme/cover": reading,
  [`GET /api${site}`]: reading,
  [`GET /api${one}`]: reading,
  [`GET /api${one}/sponsor`]: { for: "write to sponsors" },
  [`POST /api${one}/sponsor`]: writing,
}
