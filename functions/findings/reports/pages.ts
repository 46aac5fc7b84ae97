import type { Hono } from "hono"
import { reportSentence } from "../../../shared/domain/evaluation/reports/sentence.ts"
import { formOf } from "../../../shared/web/body.ts"
import { csvOf } from "../../../shared/web/csv.ts"
import { rendered } from "../../../shared/web/evaluation/report-of.ts"
import { withoutRemoved, withRow } from "../../../shared/web/form/typed.ts"
import { moveKey } from "../../../shared/web/move-key.ts"
import type { Tried } from "../../../shared/web/programme/form.tsx"
import { submitting } from "../../../shared/web/programme/typed.ts"
import { type C, type Inside, only, phaseHere } from "../here.ts"
import { reportHere, reportIn, reportsHere, todayHere, toWrite } from "./desk.ts"
import { type Given, onPage } from "./given.ts"
import {
  addReport,
  changeReport,
  groupRead,
  issueReport,
  type Moved,
  publishReport,
  writeEasyRead,
} from "./moves.ts"
import { AddPage, ChangePage, EasyReadPage, GroupPage, IssuePage, PublishPage } from "./pages/forms.tsx"
import { ListPage } from "./pages/list.tsx"
import { ReportPage } from "./pages/report.tsx"
import { addTitle, changeTitle, reportFields, writingForm } from "./writing.ts"

const all = "/:phase/reports"
const one = `${all}/:report`

type Form = {
  page: (c: C, tried?: Tried) => Promise<unknown>
  does: (c: C, given: Given, key: ReturnType<typeof moveKey>) => Promise<Moved>
  /** Where rows can be added to it. */
  title?: string
}

const toPublish = (c: C) => {
  only(c, "publish report")
  return reportHere(c)
}

const forms: Record<string, Form> = {
  [`${all}/add`]: {
    page: async (c, tried) => AddPage({ c, section: await writingForm(c, addTitle), tried }),
    does: addReport,
    title: addTitle,
  },
  [`${one}/write`]: {
    page: async (c, tried) => {
      const one = await toWrite(c)
      const section = await writingForm(c, changeTitle)
      return ChangePage({ c, one, section, entries: reportFields(section, one), tried })
    },
    does: changeReport,
    title: changeTitle,
  },
  [`${one}/easy-read`]: {
    page: async (c, tried) => EasyReadPage({ c, one: await toWrite(c), tried }),
    does: writeEasyRead,
  },
  [`${one}/group`]: {
    page: async (c, tried) => GroupPage({ c, one: await toWrite(c), tried }),
    does: groupRead,
  },
  [`${one}/issue`]: {
    page: async (c, tried) => IssuePage({ c, one: await toWrite(c), tried }),
    does: issueReport,
  },
  [`${one}/publish`]: {
    page: async (c, tried) => PublishPage({ c, one: await toPublish(c), tried }),
    does: publishReport,
  },
}

/** Reports of the evaluation: written, issued for checking facts, and published. */
export const addReportPages = (pages: Hono<Inside>) => {
  pages
    .get(all, async (c) => c.html(ListPage({ c, all: await reportsHere(c) })))
    .get(`${all}/list.csv`, async (c) => {
      const found = await reportsHere(c)
      c.header("content-type", "text/csv; charset=utf-8")
      c.header("content-disposition", `attachment; filename="reports-${phaseHere(c).id}.csv"`)
      return c.body(
        csvOf([
          ["report", "title", "state", "where it stands"],
          ...found.map((each) => [each.id, each.title, each.state, reportSentence(each, todayHere(c))]),
        ]),
      )
    })
  for (const [path, form] of Object.entries(forms))
    pages.get(path, async (c) => c.html((await form.page(c)) as string)).post(path, (c) => taken(c, form))
  return pages.get(one, async (c) => {
    const of = await rendered(c, await reportHere(c))
    return c.html(ReportPage({ c, of }))
  })
}

/** A row is added or taken away without saving. */
const taken = async (c: C, { page, does, title }: Form) => {
  const given = await formOf(c)
  if (title && (given.add !== undefined || given.remove !== undefined)) {
    const entries = withRow(await writingForm(c, title), withoutRemoved(given), given.add)
    return c.html((await page(c, { entries, problems: [] })) as string)
  }
  return submitting(
    c,
    async ({ key, ...typed }) => {
      const { report } = await does(c, onPage(typed), moveKey(c, key, typed))
      return reportIn(phaseHere(c).id, report)
    },
    (tried) => page(c, tried),
    given,
  )
}
