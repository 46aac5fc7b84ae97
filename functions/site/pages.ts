import { Hono } from "hono"
import { Refused } from "../../shared/domain/refused.ts"
import { formOf } from "../../shared/web/body.ts"
import type { SignedIn } from "../../shared/web/env.ts"
import { tallyAt } from "../../shared/web/evaluation/addresses.ts"
import { moveKey } from "../../shared/web/move-key.ts"
import { receiptFile } from "../../shared/web/receipt-file.ts"
import { askingHere } from "./asked.ts"
import { beginning } from "./beginning.ts"
import { decisionHere } from "./decision.ts"
import { beforeIn, type C, load, type OnDesk, organisationHere, submissionsHere } from "./desk.ts"
import { figureQuestionsHere } from "./figure-questions.ts"
import { addFigureQuestionPages } from "./figure-questions-pages.tsx"
import { lettersOf } from "./letters.ts"
import { moving } from "./moving.ts"
import { fillsIn } from "./own-page.ts"
import { ChangePage } from "./pages/change.tsx"
import { CheckPage } from "./pages/check.tsx"
import { DecisionPage } from "./pages/decision.tsx"
import { HistoryPage } from "./pages/history.tsx"
import { Home } from "./pages/home.tsx"
import { LettersPage } from "./pages/letters.tsx"
import { PrintPage } from "./pages/print.tsx"
import { type Reason, ReasonPage, reasons } from "./pages/reason.tsx"
import { ReceiptPage } from "./pages/receipt.tsx"
import { SendPage } from "./pages/send.tsx"
import { Start } from "./pages/start.tsx"
import { TaskListPage } from "./pages/task-list.tsx"
import { returnPages } from "./pages-returns.ts"
import { addPanelQuestionPages } from "./panel-questions-pages.tsx"
import { receiptOf } from "./receipt.ts"
import { sinceSent } from "./reviewed.ts"
import { saveSection, showSection } from "./section.ts"
import { homeShelf, shelf } from "./shelf.ts"
import { addSigningPages, revisionIn } from "./signing-pages.tsx"
import { stillOpenHere } from "./still-open.ts"
import { backToSection, discardSection, showTyped } from "./typed.ts"

const one = "/submissions/:reference"

/** The pages of one organisation. Every change reads the same: the fields, the move, the next page. */
export const sitePages = () => {
  const pages = new Hono<SignedIn>()
    .get("/", home)
    .get("/submissions", all)
    .get("/rounds/:round/start", async (c) => {
      const organisation = await organisationHere(c)
      const asking = await askingHere(c, c.req.param("round"), organisation)
      const { expected } = asking
      if (expected && fillsIn(c, expected))
        return c.redirect(tallyAt(expected.organisation, expected.round), 303)
      return c.html(Start({ c, organisation, asking }))
    })
    .post("/submissions", async (c) => {
      const { round = "", key } = await formOf(c)
      const given = await beginning(c, round, moveKey(c, key, { round }))
      return c.redirect(given.at, 303)
    })
    .get("/typed/:typed", showTyped)
    .get("/typed/:typed/discard", backToSection)
    .post("/typed/:typed/discard", discardSection)
    .get(one, taskList)
    .get(`${one}/sections/:section`, showSection)
    .post(`${one}/sections/:section`, saveSection)
    .get(`${one}/check`, async (c) => c.html(CheckPage({ c, desk: await load(c) })))
    .get(`${one}/send`, async (c) => {
      const desk = await load(c)
      return c.html(SendPage({ c, desk, actions: await stillOpenHere(c, desk) }))
    })
    .get(`${one}/print`, async (c) => c.html(PrintPage({ c, desk: await load(c) })))
    .get(`${one}/change`, async (c) => c.html(ChangePage({ c, desk: await load(c) })))
    .get(`${one}/history`, async (c) => {
      const desk = await load(c)
      const events = await submissionsHere(c).history(desk.head.reference, beforeIn(c))
      return c.html(HistoryPage({ c, desk, events }))
    })
    .get(`${one}/letters`, async (c) => c.html(LettersPage({ c, ...(await lettersOf(c)) })))
    .get(`${one}/decision`, async (c) => c.html(DecisionPage({ c, ...(await decisionHere(c)) })))
    .get(`${one}/receipts/:version`, async (c) => c.html(ReceiptPage({ c, ...(await receiptOf(c)) })))
    .get(`${one}/receipts/:version/file`, async (c) => {
      const { sent, said } = await receiptOf(c)
      c.header("content-disposition", `attachment; filename="${sent.reference}-version-${sent.version}.html"`)
      return c.html(receiptFile(sent, said, c.var.world.settings.origin))
    })

  pages.route("/", returnPages())
  addPanelQuestionPages(pages, one)
  addFigureQuestionPages(pages, one)
  addSigningPages(pages, one)

  for (const move of ["send", "change"] as const)
    pages.post(`${one}/${move}`, async (c) => {
      const { revision = "", key } = await formOf(c)
      const seen = revisionIn(revision)
      const given = await moving(c, { move, seen }, moveKey(c, key, { revision: seen }))
      return c.redirect(given.at, 303)
    })

  for (const reason of (Object.keys(reasons) as Reason[]).filter((one) => one !== "decline"))
    pages
      .get(`${one}/${reason}`, async (c) => c.html(ReasonPage({ c, desk: await load(c), reason })))
      .post(`${one}/${reason}`, async (c) => {
        const { note = "", key } = await formOf(c)
        try {
          const given = await moving(
            c,
            { move: reasons[reason].move as "withdraw", note },
            moveKey(c, key, { note }),
          )
          return c.redirect(given.at, 303)
        } catch (error) {
          if (!(error instanceof Refused) || !error.details.problems) throw error
          const desk: OnDesk = await load(c)
          return c.html(ReasonPage({ c, desk, reason, typed: note, problems: error.details.problems }), 422)
        }
      })
  return pages
}

const home = async (c: C) => {
  const [organisation, listed] = await Promise.all([organisationHere(c), homeShelf(c)])
  return c.html(Home({ c, organisation, ...listed }))
}

const all = async (c: C) => {
  const [organisation, listed] = await Promise.all([organisationHere(c), shelf(c, c.req.query("after"))])
  return c.html(Home({ c, organisation, ...listed, all: true }))
}

const taskList = async (c: C) => {
  const desk = await load(c)
  const { head } = desk
  if (fillsIn(c, head)) return c.redirect(tallyAt(head.organisation, head.round), 303)
  const [questions, since, actions] = await Promise.all([
    figureQuestionsHere(c, desk),
    sinceSent(c, desk),
    stillOpenHere(c, desk),
  ])
  return c.html(TaskListPage({ c, desk, questions, since, actions }))
}
