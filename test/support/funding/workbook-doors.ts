import type { Door } from "../doors.ts"

const here = "/organisations/:organisation/submissions/:reference/workbook"
const upload = `${here}/uploads/:upload`

const reading: Door = { for: "read" }

/** Whoever may read a return finds them; what they give back is refused inside to whoever may not write in it. */
const giving: Door = {
  for: "enter",
  gives: () => ({ name: "workbook.xlsx", bytes: Buffer.from("no workbook").toString("base64") }),
  keyed: true,
}
const confirming = (gives: Door["gives"]): Door => ({ for: "enter", gives, keyed: true })

export const workbookDoors: Record<string, Door> = {
  [`GET ${here}`]: reading,
  [`POST ${here}`]: giving,
  [`GET ${here}/file.xlsx`]: reading,
  [`GET ${here}/file.ods`]: reading,
  [`GET ${upload}`]: reading,
  [`GET ${upload}/file`]: reading,
  [`POST ${upload}/confirm`]: confirming((revision) => ({ revision: String(revision) })),

  [`GET /api${here}`]: reading,
  [`POST /api${here}`]: giving,
  [`GET /api${here}/file.xlsx`]: reading,
  [`GET /api${here}/file.ods`]: reading,
  [`GET /api${upload}`]: reading,
  [`GET /api${upload}/file`]: reading,
  [`POST /api${upload}/confirm`]: confirming((revision) => ({ revision })),
}
