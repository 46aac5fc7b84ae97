import { answered } from "../../../shared/domain/answered.ts"
import { type MidPhase, midPhase } from "../../../shared/domain/funding/account.ts"
import { carryOverForm, midPhaseForm, stopForm } from "../../../shared/domain/funding/award-forms.ts"
import { yearWords } from "../../../shared/domain/funding/ledger-words.ts"
import type { GivenTo } from "../../../shared/domain/funding/play.ts"
import { live } from "../../../shared/domain/funding/verb.ts"
import { type FundingLetter, letterTo } from "../../../shared/domain/letters/written.ts"
import type { Role } from "../../../shared/domain/people/role.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Section } from "../../../shared/form/section.ts"
import { yearsIn } from "../../../shared/kinds/financial-year.ts"
import { type Decided, fundingIn, there } from "../../../shared/store/funding.ts"
import type { MoveKey } from "../../../shared/store/moves.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { dayWords } from "../../../shared/values/london.ts"
import { pounds } from "../../../shared/values/money.ts"
import { type C, only, postingBy } from "../../../shared/web/funding/here.ts"
import { spreadHere } from "../../../shared/web/programme/spread.ts"
import { ownMoneyAt } from "./addresses.ts"
import { awardHere, saysOf, siteChanged } from "./here.ts"

type Deciding = "consent to carry over" | "decide mid-phase" | "leave"

/** An award about which this can be decided now, by whoever asks, with its form. */
export const decisionDesk = async (c: C, right: Deciding) => {
  only(c, right, saysOf(right))
  const here = await awardHere(c)
  const { account } = here
  live(account)
  if (right === "leave") toStop(here)
  return { ...here, right, section: sectionFor(right, here) }
}
export type OnDecision = Awaited<ReturnType<typeof decisionDesk>>

/** The form alone, wherever the award stands: what was sent once can be sent again, and has the effect it had. */
export const decisionForm = async (c: C, right: Deciding): Promise<Section> => {
  only(c, right, saysOf(right))
  return sectionFor(right, await awardHere(c))
}

type Here = Awaited<ReturnType<typeof awardHere>>

const toStop = ({ account: { leaving, midPhase, name } }: Here) => {
  if (leaving)
    throw new Refused("not possible now", {
      says: `${name} leaves already: its last day is ${dayWords(leaving.on)}.`,
    })
  if (midPhase?.decision !== "stop")
    throw new Refused("not possible now", {
      says: `Decide first that ${name} stops, in the middle of its pilot.`,
    })
}

const sectionFor = (right: Deciding, { account }: Here): Section => {
  if (right === "decide mid-phase") return midPhaseForm
  if (right === "leave") return stopForm(account)
  const years = yearsIn(account).slice(0, -1)
  if (years.length === 0)
    throw new Refused("not possible now", {
      says: "Its pilot lies in one financial year: there is nothing to carry over.",
    })
  return carryOverForm(years)
}

type Decision = { organisation: string; phase: string }

/** A decision about one award: what was answered, kept as a line, with the letter that tells of it. */
const decide = async <Right extends Deciding, Result extends Decision>(
  c: C,
  { right, roles, key }: { right: Right; roles: Role[]; key?: MoveKey },
  made: (
    desk: OnDecision,
  ) => Promise<
    Pick<Decided<Right, Result>, "given" | "result" | "more"> & Pick<FundingLetter, "subject" | "lines">
  >,
): Promise<Result> => {
  only(c, right, saysOf(right))
  const { site } = await awardHere(c)
  const here = { organisation: site.organisation, phase: site.phase }
  const { table, now } = c.var.world
  return fundingIn(table).change<Right, Result>(
    here,
    postingBy(c, right, saysOf(right), key),
    async (before) => {
      there(before)
      const desk = await decisionDesk(c, right)
      const [{ given, result, more, subject, lines }, members] = await Promise.all([
        made(desk),
        peopleIn(table).membersOf(here.organisation),
      ])
      return {
        verb: right,
        given,
        result,
        more,
        letters: ({ entries }) =>
          letterTo(
            {
              ...here,
              id: `${right.replaceAll(" ", "-")}-${here.phase}-${entries.number}`,
              subject,
              lines,
              path: ownMoneyAt(here.organisation),
            },
            { members, roles, at: now() },
          ),
      }
    },
  )
}

type Given = Record<string, unknown>
const here = ({ site }: OnDecision): Decision => ({ organisation: site.organisation, phase: site.phase })

export const consentToCarryOver = (c: C, given: Given, key?: MoveKey) =>
  decide(
    c,
    { right: "consent to carry over", roles: ["lead", "certifier"], key },
    async (desk: OnDecision) => {
      const one = answered(desk.section, given, c.var.world.now()) as GivenTo<"consent to carry over">
      return {
        given: one,
        result: () => ({ ...here(desk), from: one.from, amount: one.amount }),
        subject: `${desk.site.name} may carry ${pounds(one.amount)} over`,
        lines: [
          `The Department agrees that ${pounds(one.amount)} of ${yearWords(one.from)} is spent in the financial year after.`,
          one.because,
        ],
      }
    },
  )

export const decideMidPhase = (c: C, given: Given, key?: MoveKey) =>
  decide(c, { right: "decide mid-phase", roles: ["lead", "sponsor"], key }, async (desk: OnDecision) => {
    const one = answered(desk.section, given, c.var.world.now()) as GivenTo<"decide mid-phase">
    return {
      given: one,
      result: () => ({ ...here(desk), decision: one.decision }),
      subject: `${desk.site.name}: what was decided in the middle of the pilot`,
      lines: [
        `The Department decided: ${midPhase[one.decision].toLowerCase()}.`,
        one.because,
        next[one.decision],
      ],
    }
  })

const next: Record<MidPhase, string> = {
  continue: "Nothing changes. Nothing for you to do.",
  amend: "What changes of the award is told to you with its own letter.",
  stop: "Its last day, and what is to be done until then, are told to you with a letter of their own.",
}

/** A site that is stopped leaves: its calendar ends with it, and its last statement is asked for then. */
export const stopSite = async (c: C, given: Given, key?: MoveKey) => {
  const stopped = await decide(
    c,
    { right: "leave", roles: ["lead", "sponsor", "certifier"], key },
    async (desk: OnDecision) => {
      const one = answered(desk.section, given, c.var.world.now()) as GivenTo<"leave">
      const { name } = desk.site
      return {
        given: one,
        result: () => ({ ...here(desk), on: one.on }),
        more: await siteChanged(
          c,
          desk,
          { to: one.on },
          { right: "leave", note: `${name} leaves: ${one.because}` },
        ),
        subject: `The pilot at ${name} ends on ${dayWords(one.on)}`,
        lines: [
          `The Department has stopped the pilot at ${name}. Its last day is ${dayWords(one.on)}.`,
          one.because,
          "What is properly spent until then is paid. Your calendar asks for the last statement; what is unspent comes back. Tell the people taking part, and say how heavy the programme was for you.",
        ],
      }
    },
  )
  await spreadHere(c, { id: stopped.phase })
  return stopped
}
