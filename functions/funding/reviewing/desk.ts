import { type Expected, occasionFor } from "../../../shared/domain/calendar/expected.ts"
import { returnFactsOf } from "../../../shared/domain/calendar/return-facts.ts"
import type { Account } from "../../../shared/domain/funding/account.ts"
import type { FigureQuestion } from "../../../shared/domain/funding/question.ts"
import type { Member } from "../../../shared/domain/people/member.ts"
import type { Organisation } from "../../../shared/domain/people/organisation.ts"
import { Refused } from "../../../shared/domain/refused.ts"
import type { Drawn } from "../../../shared/domain/submissions/compared.ts"
import type { Context } from "../../../shared/domain/submissions/context.ts"
import { openTo } from "../../../shared/domain/submissions/open-to.ts"
import { type Sent, sentIn } from "../../../shared/domain/submissions/sent.ts"
import type { Sentence } from "../../../shared/domain/submissions/sentence.ts"
import type { Whole } from "../../../shared/domain/submissions/submission.ts"
import { nilOf } from "../../../shared/form/nil.ts"
import type { Answers } from "../../../shared/form/question.ts"
import type { Move } from "../../../shared/form/workflow.ts"
import { type Kind, kindOf } from "../../../shared/kinds/index.ts"
import type { ReturnFacts } from "../../../shared/kinds/return-facts.ts"
import { directoryIn } from "../../../shared/store/directory.ts"
import { expectedIn } from "../../../shared/store/expected.ts"
import { askedAbout, figureQuestionsOf } from "../../../shared/store/figure-questions.ts"
import { fundingIn } from "../../../shared/store/funding.ts"
import { peopleIn } from "../../../shared/store/people.ts"
import { submissionsOf } from "../../../shared/store/submissions.ts"
import { hmac } from "../../../shared/values/hash.ts"
import { returnAt } from "../../../shared/web/funding/addresses.ts"
import { accountIn, type C } from "../../../shared/web/funding/here.ts"
import { departmentSentence } from "./sentence.ts"

/** A return as the department reads it: always a version that was sent, never what a site has since. */
export type OnReview = Whole & {
  organisation: Organisation
  members: Member[]
  phase: string
  expected: Expected
  /** Everything that the site owes about its money in the phase, by when it is due. */
  returns: Expected[]
  kind: Kind
  /** The latest version, with what it was asked against. */
  said: Sent
  facts: ReturnFacts
  answers: Record<string, Answers>
  drawn: Drawn
  account?: Account
  /** Every question about the returns of the site, and those that belong to this one. */
  asked: FigureQuestion[]
  questions: { own: FigureQuestion[]; carried: FigureQuestion[] }
  sentence: Sentence
  open: Move[]
}

/** The return in the address. A draft that was never sent is not found: it is its team's alone. */
export const returnHere = async (c: C): Promise<OnReview> => {
  const { actor, world } = c.var
  const { table } = world
  const { organisation: id, phase } = accountIn(c)
  const submissions = submissionsOf(id, actor, table)
  const whole = await submissions.whole(c.req.param("reference") ?? "")
  const { head } = whole
  const asks = kindOf(head.kind)
  if (asks.needs !== "the account" || head.version === 0 || head.state === "withdrawn")
    throw new Refused("not found")
  const [organisation, members, owed, sent, account, asked] = await Promise.all([
    directoryIn(table).organisation(id),
    peopleIn(table).membersOf(id),
    expectedIn(table).all(id),
    submissions.sent(head.reference, head.version),
    fundingIn(table).account(id, phase),
    figureQuestionsOf(table, id, phase),
  ])
  const expected = owed.find((one) => one.round === head.round)
  if (!organisation || expected?.phase !== phase) throw new Refused("not found")
  const kind = head.nil ? nilOf(asks) : asks
  const said = sentIn(sent)
  const facts = factsSent(kind, said, expected)
  const occasion = occasionFor(expected)
  const now = world.now()
  return {
    ...whole,
    organisation,
    members,
    phase,
    expected,
    returns: owed.filter((one) => one.phase === phase && isAboutMoney(one)).sort(byDue),
    kind,
    said,
    facts,
    answers: answersSent(said),
    drawn: (section, question) => kind.sections(facts).find((one) => one.id === section)?.asks[question],
    account,
    asked,
    questions: askedAbout(asked, head),
    sentence: departmentSentence(head),
    open: openTo({ actor, kind, occasion, at: now }, head),
  }
}

const isAboutMoney = ({ kind, owed }: Expected) => owed && kindOf(kind).needs === "the account"

const byDue = (a: Expected, b: Expected) => a.by.localeCompare(b.by)

/** What it was asked against, as it was sent; as it is now where that was asked in another way. */
const factsSent = (kind: Kind, { facts }: Sent, expected: Expected): ReturnFacts => {
  const sent = kind.facts.safeParse(facts)
  return sent.success ? sent.data : kind.facts.parse(returnFactsOf(expected))
}

export const answersSent = ({ sections }: Sent): Record<string, Answers> =>
  Object.fromEntries(
    sections.map(({ id, questions }) => [
      id,
      Object.fromEntries(questions.flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer]]))),
    ]),
  )

/** What a move about it is decided by. */
export const contextOf = (
  c: C,
  { kind, facts, expected, organisation, members, head }: OnReview,
): Context => {
  const { actor, world } = c.var
  return {
    actor,
    at: world.now(),
    kind,
    facts,
    occasion: occasionFor(expected),
    organisation,
    members,
    workMailDomains: [...organisation.domains, world.settings.contact.email.split("@").at(-1) ?? ""],
    salt: Buffer.from(world.random(12)).toString("base64url"),
    seal: (mark) => hmac(world.settings.linkKey, `${head.reference}/${mark}`).slice(0, 22),
  }
}

export const hereAt = ({ phase, organisation, head }: Pick<OnReview, "phase" | "organisation" | "head">) =>
  returnAt(phase, organisation.id, head.reference)
