import { programme } from "../../../infra/local/demonstration/programme.ts"
import type { Account } from "../../../shared/domain/funding/account.ts"
import { type Offered, offerHash } from "../../../shared/domain/funding/offering.ts"
import type { GivenTo, VerbName } from "../../../shared/domain/funding/play.ts"
import { setUpTasks } from "../../../shared/domain/funding/set-up-tasks.ts"
import { costCategories } from "../../../shared/kinds/expression-of-interest/cost-categories.ts"
import { calendarIn, putSite } from "../../../shared/store/calendar.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import { spread } from "../../../shared/store/spreading.ts"
import { pounds } from "../../../shared/values/money.ts"
import type { Service } from "../service.ts"

/** People of the demonstration as a ledger names them; `other` is a second person of the department's finance. */
export const people = {
  finance: { id: "p-finance", name: "Department finance", role: "finance" },
  other: { id: "p-other-finance", name: "Another of finance", role: "finance" },
  decider: { id: "p-decision-maker", name: "Decision-maker", role: "decision-maker" },
  sponsor: { id: "p-sponsor", name: "Sponsor", role: "sponsor" },
  certifier: { id: "p-certifier", name: "Section 151 officer", role: "certifier" },
  lead: { id: "p-lead", name: "Site lead", role: "lead" },
} as const

/** An offer of an amount in pence: 40, 40 and 20 per cent; spread over four quarters of Halton's pilot. */
export const offerFor = (
  { organisation = "halton", name = "Halton Borough Council", code = "HAL", phase = "NSW2" } = {},
  amount = 9_282_700,
  full = false,
): Offered => {
  const first = Math.floor(amount * 0.4)
  const quarters = ["2017-09-30", "2017-12-31", "2018-03-31", "2018-06-30"]
  const part = Math.floor(amount / 4)
  const rows = full ? costCategories.map(({ id }) => id) : ["workers"]
  const row = rows[0] ?? "workers"
  return {
    organisation,
    name,
    code,
    phase,
    from: "2017-09-01",
    to: "2018-04-30",
    amount,
    form: full
      ? { is: "full", because: "It spends in two financial years." }
      : { is: "light", because: "The award is under £100,000." },
    profile: quarters.map((to, index) => ({
      to,
      amounts: { [row]: index === 3 ? amount - 3 * part : part },
    })),
    payments: [
      { amount: first, condition: { is: "offer accepted" } },
      {
        amount: first,
        condition: {
          is: "return accepted",
          round: "nsw2-spending-2017-12-31",
          title: "Spending update, October to December 2017",
        },
      },
      { amount: amount - 2 * first, condition: { is: "statement accepted" } },
    ],
    letter: [`The Department of Health offers ${name} ${pounds(amount)}.`],
    terms: { edition: 1, lines: ["It is used for the named social worker pilot."] },
    answerBy: "2017-10-06",
    because: "As it was decided.",
  }
}

/** Makes one move in an account, as somebody, at an instant of programme time. */
export const posts = async <Name extends VerbName>(
  { table, world }: Pick<Service, "table" | "world">,
  { organisation, phase }: Pick<Account, "organisation" | "phase">,
  who: { id: string; name: string; role: string },
  verb: Name,
  given: GivenTo<Name>,
) => {
  const grant = { id: `g-${who.id}`, role: who.role as "finance" }
  await fundingIn(table).change<Name, null>(
    { organisation, phase },
    { by: { actor: who, grant }, at: world.now() },
    () => ({ verb, given, result: () => null }),
  )
}

type Awarding = { organisation?: string; amount?: number; full?: boolean; setUp?: boolean }

/** An award that was offered and accepted; where it is full, the site's calendar asks for the full return. */
export const awarded = async (
  service: Service,
  { organisation = "halton", amount, full = false, setUp = true }: Awarding = {},
): Promise<Account> => {
  const { table, world } = service
  const calendar = calendarIn(table, programme.id)
  const phase = await calendar.phase("NSW2")
  const site = phase?.sites.find((one) => one.organisation === organisation)
  if (!phase || !site) throw new Error(`${organisation} is not in the phase`)
  const about = { organisation, name: site.name, code: organisation.slice(0, 3).toUpperCase() }
  const offer = {
    ...offerFor(about, amount, full),
    ...(site.from && { from: site.from }),
    ...(site.to && { to: site.to }),
  }
  const here = { organisation, phase: "NSW2" }
  await posts(service, here, people.finance, "offer", offer)
  const hash = offerHash(offer)
  await posts(service, here, people.sponsor, "accept offer", { roles: ["sponsor"], hash })
  await posts(service, here, people.certifier, "accept offer", { roles: ["certifier"], hash })
  if (setUp)
    for (const task of setUpTasks)
      await posts(service, here, people.lead, "set up", { task, answers: { done: true } })
  if (full) {
    await table.write([putSite(programme.id, { ...site, full: "It spends in two financial years." }, site)])
    await spread(table, programme.id, { phase: "NSW2", site: organisation, at: world.now() })
  }
  const account = await fundingIn(table).account(organisation, "NSW2")
  if (!account) throw new Error("The award was not made")
  return account
}
