import { answered } from "../../../shared/domain/answered.ts"
import {
  groupChecked,
  issued,
  newReport,
  published,
  rewritten,
  withEasyRead,
} from "../../../shared/domain/evaluation/reports/changing.ts"
import { copiesStory } from "../../../shared/domain/evaluation/reports/copied.ts"
import { easyReadForm, groupForm } from "../../../shared/domain/evaluation/reports/forms.ts"
import { holding, isHeld, type Report, withCost } from "../../../shared/domain/evaluation/reports/report.ts"
import type { FindingsRight } from "../../../shared/domain/people/evaluation-policy.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Action } from "../../../shared/store/action.ts"
import { findingsChanges } from "../../../shared/store/findings.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { putReport } from "../../../shared/store/reports.ts"
import { shareAs } from "../../../shared/store/stories.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { type C, grantHere, only, phaseHere, whoHere } from "../here.ts"
import { costNow } from "./cost.ts"
import { everyShared, idHere, reportHere, storeHere, tellable, todayHere, toWrite } from "./desk.ts"
import type { Given } from "./given.ts"
import { issuedLetters } from "./letters.ts"
import { addTitle, changeTitle, fromAnswers, writingForm } from "./writing.ts"

export type Moved = { report: string; state: Report["state"] }

const movingHere = (c: C) => ({ by: whoHere(c), at: c.var.world.now() })

/** `tells`: its stories are named anew. */
type Change = { before?: Report; after: Report; tells?: true; letters?: Action[] }

/** A line in the chain of the reports of the phase, with the report and the stories that it holds, in one write. */
const changing = (
  c: C,
  { right, move, key }: { right: FindingsRight; move: string; key: MoveKey },
  does: () => Promise<Change>,
): Promise<Moved> => {
  const { world } = c.var
  const { programme } = world.settings
  const record = `reports-${phaseHere(c).id}`
  const by = grantHere(c, right)
  const about = { kind: "report", id: idHere(c) || "new", title: "A report" }
  const changes = findingsChanges(world.table, programme)
  return changes.change<Moved>({ record, move, by, at: world.now(), about, key }, async () => {
    const { before, after, tells, letters = [] } = await does()
    return {
      actions: [...putReport(programme, after, before), ...(tells ? await heldBy(c, after) : []), ...letters],
      result: { report: after.id, state: after.state },
    }
  })
}

/**
 * The stories of a report that others read know of it: one is withdrawn with the report in the same write, and never
 * between the two.
 */
const heldBy = async (c: C, after: Report): Promise<Action[]> => {
  if (after.state === "draft") return []
  const { programme } = c.var.world.settings
  const open = after.stories.filter(({ withdrawn }) => withdrawn === undefined)
  if (open.length === 0) return []
  const may = await tellable(c)
  return open.flatMap((held) => {
    const story = may.find((one) => isHeld(held, one))
    if (story?.reports.includes(after.id)) return []
    if (!story)
      throw new Refused("not possible now", {
        says: "A story of it may not be told now. Take it out, or wait until its person was asked again.",
      })
    return shareAs(programme, holding(story, after.id), story)
  })
}

export const addReport = async (c: C, given: Given, key: MoveKey): Promise<Moved> => {
  only(c, "write report")
  return changing(c, { right: "write report", move: "write report", key }, async () => {
    const { words, stories } = await wordsIn(c, addTitle, given)
    const phase = phaseHere(c).id
    const [drafts, all] = await Promise.all([storeHere(c).drafts(phase), storeHere(c).issued()])
    const known = [...drafts, ...all.filter((one) => one.phase === phase)]
    const after = newReport(phase, known, words, stories, movingHere(c))
    return { after: withCost(after, await costNow(c, after)) }
  })
}

const wordsIn = async (c: C, title: string, given: Given) => {
  const form = await writingForm(c, title)
  const answers = answered(form, given.read(form), c.var.world.now())
  const stories = await everyShared(c)
  const copied = Object.keys(form.asks).filter(
    (question) =>
      answers[question] !== undefined &&
      form.asks[question]?.texts(answers[question]).some((text) => copiesStory(text, stories)),
  )
  refuseCopies(copied)
  return fromAnswers(c, answers)
}

const refuseCopies = (questions: string[]) => {
  if (questions.length === 0) return
  const says =
    "This holds words of a story. Take them out, and select the story: it goes when its person says so"
  throw new Refused("not valid", { problems: questions.map((question) => ({ question, says })) })
}

export const changeReport = (c: C, given: Given, key: MoveKey): Promise<Moved> =>
  writing(c, "change report", given, key, async (before) => {
    const { words, stories } = await wordsIn(c, changeTitle, given)
    const after = rewritten(before, words, stories, movingHere(c))
    return { after: withCost(after, await costNow(c, after)), tells: true }
  })

export const writeEasyRead = (c: C, given: Given, key: MoveKey): Promise<Moved> =>
  writing(c, "write easy read", given, key, async (before) => {
    const { text } = answered(easyReadForm, given.read(easyReadForm), c.var.world.now())
    refuseCopies(copiesStory(String(text), await everyShared(c)) ? ["text"] : [])
    return { after: withEasyRead(before, String(text), movingHere(c)) }
  })

export const groupRead = (c: C, given: Given, key: MoveKey): Promise<Moved> =>
  writing(c, "easy read was checked", given, key, async (before) => {
    const form = groupForm(todayHere(c))
    const { group, who, on } = answered(form, given.read(form), c.var.world.now())
    return {
      after: groupChecked(before, { group: String(group), who: String(who), on: String(on) }, movingHere(c)),
    }
  })

const writing = async (
  c: C,
  move: string,
  { seen }: Given,
  key: MoveKey,
  does: (before: Report) => Promise<Change>,
): Promise<Moved> => {
  await toWrite(c)
  return changing(c, { right: "write report", move, key }, async () => {
    const before = await toWrite(c)
    asSeen(before, seen)
    return { before, ...(await does(before)) }
  })
}

/** To the sites and the Department, with the stories that it tells. */
export const issueReport = async (c: C, { seen }: Given, key: MoveKey): Promise<Moved> => {
  await toWrite(c)
  return changing(c, { right: "write report", move: "issue report", key }, async () => {
    const before = await toWrite(c)
    asSeen(before, seen)
    const after = withCost(issued(before, movingHere(c)), await costNow(c, before))
    return { before, after, tells: true, letters: await issuedLetters(c, after) }
  })
}

/** At its address for ever, for everybody. */
export const publishReport = async (c: C, { seen }: Given, key: MoveKey): Promise<Moved> => {
  only(c, "publish report")
  await reportHere(c)
  return changing(c, { right: "publish report", move: "publish report", key }, async () => {
    const before = await reportHere(c)
    asSeen(before, seen)
    return { before, after: published(before, movingHere(c)) }
  })
}

const asSeen = ({ revision, changed }: Report, seen: number | undefined) => {
  if (seen === undefined || revision === seen) return
  throw new Refused("changed by someone else", {
    says: `This report was changed after you opened the page: ${changed.by.name} wrote in it last, on ${stampWords(new Date(changed.at))}. Nothing was changed. Read it again first.`,
  })
}
