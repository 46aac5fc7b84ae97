import type { Hono } from "hono"
import { announceForm } from "../../../shared/domain/selection/announcement.ts"
import { officeForm } from "../../../shared/domain/selection/office.ts"
import { formOf } from "../../../shared/web/body.ts"
import type { SignedIn } from "../../../shared/web/env.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { C } from "../../../shared/web/panel/here.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { readOn, submitting } from "../../../shared/web/programme/typed.ts"
import { announcementAt, intoPhaseAt } from "./addresses.ts"
import { announcementHere, setMinute } from "./announcement.ts"
import { foiFile, foiForm, foiHere } from "./foi.ts"
import { takeAllIn, takeIn } from "./joining.ts"
import { joiningHere, joiningOne } from "./joining-desk.ts"
import { makeLink, officeHere, stopLink } from "./office.ts"
import { AnnouncementPage, SheetPage } from "./pages/announcement.tsx"
import { FoiPage } from "./pages/foi.tsx"
import { JoinPage, joiningSection, PromotePage } from "./pages/join.tsx"
import { JoiningPage } from "./pages/joining.tsx"
import { promote, promotionForm, promotionHere } from "./promoting.ts"

const one = "/rounds/:round"
const announcement = `${one}/announcement`
const phase = `${one}/phase`
const joining = `${phase}/:reference`

/** What follows after the applicants were told: the announcement, the way into the phase, and the pack for FOI. */
export const addAnnouncingPages = (pages: Hono<SignedIn>) => {
  addAnnouncement(pages)
  pages
    .get(phase, async (c) => c.html(JoiningPage({ c, desk: await joiningHere(c) })))
    .post(phase, async (c) => {
      await joiningHere(c)
      return submitting(
        c,
        async () => {
          const { round } = await takeAllIn(c)
          return intoPhaseAt(round)
        },
        async ({ says, problems }) =>
          JoiningPage({
            c,
            desk: await joiningHere(c),
            says: says ?? problems.map((each) => each.says).join(" "),
          }),
      )
    })
    .get(joining, async (c) => c.html(JoinPage({ c, desk: await joiningOne(c) })))
    .post(joining, async (c) => {
      const desk = await joiningOne(c)
      return submitting(
        c,
        async ({ key, ...typed }) => {
          const given = readOn(joiningSection(desk), typed)
          const { round } = await takeIn(c, desk.raw.reference, given, moveKey(c, key, typed))
          return intoPhaseAt(round)
        },
        async (tried) => JoinPage({ c, desk: await joiningOne(c), tried }),
      )
    })
    .get(`${joining}/promote`, async (c) => c.html(PromotePage({ c, desk: await promotionHere(c) })))
    .post(`${joining}/promote`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          const given = readOn((await promotionForm(c)).section, typed)
          const { round } = await promote(c, given, moveKey(c, key, typed))
          return intoPhaseAt(round)
        },
        async (tried) => PromotePage({ c, desk: await promotionHere(c), tried }),
      ),
    )
    .get(`${one}/foi`, async (c) => c.html(FoiPage({ c, desk: await foiHere(c) })))
    .post(`${one}/foi`, async (c) => {
      const { key, ...typed } = await formOf(c)
      return submittingFile(c, typed, async () => {
        const given = readOn(foiForm, typed)
        return foiFile(c, given, moveKey(c, key, typed))
      })
    })
  return pages
}

const addAnnouncement = (pages: Hono<SignedIn>) => {
  const back = (c: C) => announcementAt(c.req.param("round") ?? "")
  const page = async (c: C, tried?: Tried, which?: "minute" | "office") => {
    const desk = await announcementHere(c)
    return AnnouncementPage({ c, desk, office: await officeHere(c, desk.round.id), tried, which })
  }
  pages
    .get(announcement, async (c) => c.html(await page(c)))
    .get(`${announcement}/sheet`, async (c) => c.html(SheetPage({ c, desk: await announcementHere(c) })))
    .post(announcement, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await setMinute(c, readOn(announceForm, typed), moveKey(c, key, typed))
          return back(c)
        },
        (tried) => page(c, tried),
      ),
    )
    .post(`${announcement}/office`, (c) =>
      submitting(
        c,
        async ({ key, ...typed }) => {
          await makeLink(c, readOn(officeForm, typed), moveKey(c, key, typed))
          return back(c)
        },
        (tried) => page(c, tried, "office"),
      ),
    )
    .post(`${announcement}/office/stop`, (c) =>
      submitting(
        c,
        async ({ key }) => {
          await stopLink(c, moveKey(c, key, null))
          return back(c)
        },
        (tried) => page(c, tried, "office"),
      ),
    )
}

/** The same where what comes back is a file. */
const submittingFile = async (
  c: C,
  typed: Record<string, string>,
  file: () => Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }>,
) => {
  try {
    const { name, bytes } = await file()
    return c.body(bytes, 200, {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${name}"`,
    })
  } catch (error) {
    const again = async (tried: Tried) => FoiPage({ c, desk: await foiHere(c), tried })
    return submitting(c, () => Promise.reject(error), again, typed)
  }
}
