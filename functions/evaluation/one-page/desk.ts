import { stateOf } from "../../../shared/domain/calendar/state.ts"
import type { Part } from "../../../shared/domain/coaching/printed.ts"
import { type OnePage, onePage, partsOf } from "../../../shared/domain/evaluation/one-page.ts"
import { balancesOf, countingOf } from "../../../shared/domain/funding/balances.ts"
import { sentIn } from "../../../shared/domain/submissions/sent.ts"
import { accountsIn } from "../../../shared/store/accounts.ts"
import { type EvaluationPlace, evaluationIn } from "../../../shared/store/evaluation.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { keys } from "../../../shared/store/keys.ts"
import { unpacked } from "../../../shared/store/packed.ts"
import { londonDate } from "../../../shared/values/london.ts"
import { type C, only, placeHere, sitePhaseHere } from "../../../shared/web/evaluation/here.ts"
import { heardInCouncil, releasedFiguresOf } from "./released.ts"

export type Taken = { place: EvaluationPlace; title: string; parts: Part[]; own?: OnePage }

/** What the lead wrote for the page. */
export const ownWords = async (c: C): Promise<OnePage | undefined> => {
  const { organisation, phase } = placeHere(c)
  const item = await c.var.world.table.get(keys.evaluation(organisation, "ONEPAGE", phase, ""), {
    strong: true,
  })
  return item && onePage.parse(item)
}

/** The council's one page, as the record has it today. */
export const onePageHere = async (c: C): Promise<Taken> => {
  only(c, "take one page")
  const { site } = sitePhaseHere(c)
  const place = placeHere(c)
  const { table, settings, now } = c.var.world
  const of = { programme: settings.programme, phase: place.phase, organisation: place.organisation }
  const [account, returns, released, stories, own, limits] = await Promise.all([
    accountsIn(table).account(place.organisation, place.phase),
    expectedIn(table).current(place.organisation, londonDate(now())),
    releasedFiguresOf(table, of),
    heardInCouncil(table, of, londonDate(now())),
    ownWords(c),
    limitsOf(c, place),
  ])
  const counted = account && countingOf(account).at(-1)
  const [next] = returns
    .filter((one) => one.phase === place.phase && one.owed)
    .filter((one) => ["not open yet", "not started", "in hand", "waiting"].includes(stateOf(one, now())))
    .sort((a, b) => a.by.localeCompare(b.by))
  const award = account?.award ?? site.award
  return {
    place,
    title: `The Named Social Worker pilot at ${place.name}`,
    parts: partsOf({
      ...(site.from && { from: site.from }),
      ...(site.to && { to: site.to }),
      ...(award !== undefined && { award }),
      ...(account && counted && { spent: { amount: balancesOf(account).actual, to: counted.to } }),
      ...(released && { released }),
      stories,
      ...(limits !== undefined && { limits }),
      own: own?.answers ?? {},
      ...(next && { next: { title: next.title, by: londonDate(new Date(next.by)) } }),
    }),
    ...(own && { own }),
  }
}

/** What the final return says that it cannot show, as it was sent last. */
const limitsOf = async (c: C, { organisation, phase }: EvaluationPlace): Promise<string | undefined> => {
  const { table } = c.var.world
  const final = (await evaluationIn(table).figuresOf(organisation, phase)).find(
    ({ point }) => point === "final",
  )
  if (!final) return undefined
  const item = await table.get(keys.sent(organisation, final.reference, final.version), { strong: true })
  const said = item && sentIn(unpacked(item))
  return said?.sections.find(({ id }) => id === "limits")?.questions.find(({ id }) => id === "limits")?.words
}
