import type { Context as HonoContext } from "hono"
import { type Expected, occasionFor } from "../../domain/calendar/expected.ts"
import { returnFactsOf } from "../../domain/calendar/return-facts.ts"
import type { AskedOf, FigureQuestion } from "../../domain/funding/question.ts"
import type { Member } from "../../domain/people/member.ts"
import type { Organisation } from "../../domain/people/organisation.ts"
import { Refused } from "../../domain/refused.ts"
import type { Drawn } from "../../domain/submissions/compared.ts"
import type { Context } from "../../domain/submissions/context.ts"
import { openTo } from "../../domain/submissions/open-to.ts"
import { readerSentence } from "../../domain/submissions/reader-sentence.ts"
import { type Sent, sentIn } from "../../domain/submissions/sent.ts"
import type { Sentence } from "../../domain/submissions/sentence.ts"
import type { Whole } from "../../domain/submissions/submission.ts"
import { nilOf } from "../../form/nil.ts"
import type { Answers } from "../../form/question.ts"
import type { Move } from "../../form/workflow.ts"
import { type Kind, kindOf } from "../../kinds/index.ts"
import type { ReturnFacts } from "../../kinds/return-facts.ts"
import { directoryIn } from "../../store/directory.ts"
import { expectedIn } from "../../store/expected.ts"
import { askedAbout, figureQuestionsOf } from "../../store/figure-questions.ts"
import { peopleIn } from "../../store/people.ts"
import { submissionsOf } from "../../store/submissions.ts"
import { hmac } from "../../values/hash.ts"
import type { SignedIn } from "../env.ts"

/** What is needed of a request about a return: whatever else a function keeps with it is its own. */
export type Reader = { var: SignedIn["Variables"]; req: { path: string } }

/** A request inside a function of its own, as anything shared reads it. */
export const asReader = <Env extends SignedIn>(c: HonoContext<Env>) => c as unknown as HonoContext<SignedIn>

/** A return as whoever accepts it reads it: always a version that was sent, never what a site has since. */
export type OnReview = Whole & {
  of: AskedOf
  organisation: Organisation
  members: Member[]
  phase: string
  expected: Expected
  /** Everything of its sort that the site owes in the phase, by when it is due. */
  returns: Expected[]
  kind: Kind
  /** The latest version, with what it was asked against. */
  said: Sent
  facts: ReturnFacts
  answers: Record<string, Answers>
  drawn: Drawn
  /** Every question about the returns of the site, and those that belong to this one. */
  asked: FigureQuestion[]
  questions: { own: FigureQuestion[]; carried: FigureQuestion[] }
  sentence: Sentence
  open: Move[]
}

export type ReturnPlace = { organisation: string; phase: string; reference: string; of: AskedOf }

/** The return in the address. A draft that was never sent is not found: it is its team's alone. */
export const returnAsSent = async (
  c: Reader,
  { organisation: id, phase, reference, of }: ReturnPlace,
): Promise<OnReview> => {
  const { actor, world } = c.var
  const { table } = world
  const submissions = submissionsOf(id, actor, table)
  const whole = await submissions.whole(reference)
  const { head } = whole
  const asks = kindOf(head.kind)
  const isOf = ({ kind }: Pick<Expected, "kind">) => isAccepted(kindOf(kind), of)
  if (!isOf(head) || head.version === 0 || head.state === "withdrawn") throw new Refused("not found")
  const [organisation, members, owed, sent, asked] = await Promise.all([
    directoryIn(table).organisation(id),
    peopleIn(table).membersOf(id),
    expectedIn(table).all(id),
    submissions.sent(head.reference, head.version),
    figureQuestionsOf(table, id, phase, of),
  ])
  const expected = owed.find((one) => one.round === head.round)
  if (!organisation || expected?.phase !== phase) throw new Refused("not found")
  const kind = head.nil ? nilOf(asks) : asks
  const said = sentIn(sent)
  const facts = factsSent(kind, said, expected)
  return {
    ...whole,
    of,
    organisation,
    members,
    phase,
    expected,
    returns: owed.filter((one) => one.phase === phase && one.owed && isOf(one)).sort(byDue),
    kind,
    said,
    facts,
    answers: answersSent(said),
    drawn: (section, question) => kind.sections(facts).find((one) => one.id === section)?.asks[question],
    asked,
    questions: askedAbout(asked, head),
    sentence: readerSentence(head),
    open: openTo({ actor, kind, occasion: occasionFor(expected), at: world.now() }, head),
  }
}

/** Whether it is accepted, as one about this. */
const isAccepted = ({ workflow, needs }: Kind, of: AskedOf) =>
  workflow === "sent and accepted" && needs === (of === "the money" ? "the account" : "the evaluation")

const byDue = (a: Expected, b: Expected) => a.by.localeCompare(b.by)

/** What it was asked against, as it was sent; as it is now where that was asked in another way. */
const factsSent = (kind: Kind, { facts }: Sent, expected: Expected): ReturnFacts => {
  const sent = kind.facts.safeParse(facts)
  return sent.success ? sent.data : kind.facts.parse(returnFactsOf(expected))
}

const answersSent = ({ sections }: Sent): Record<string, Answers> =>
  Object.fromEntries(
    sections.map(({ id, questions }) => [
      id,
      Object.fromEntries(questions.flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer]]))),
    ]),
  )

/** What a move about it is decided by. */
export const contextOf = (
  c: Reader,
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

/** The next return of its sort: what is asked and not closed goes on there. */
export const nextAfter = ({
  returns,
  expected,
}: Pick<OnReview, "returns" | "expected">): Expected | undefined =>
  returns.find((one) => one.by > expected.by && !one.notNeeded && one.stands?.state !== "accepted")

export type CarriedOn = { before: FigureQuestion; after: FigureQuestion }[]

/** Questions that go on in the next return, as they are written with the acceptance. */
export const carriedOn = (desk: Pick<OnReview, "returns" | "expected" | "questions">): CarriedOn => {
  const next = nextAfter(desk)
  if (!next) return []
  const { own, carried } = desk.questions
  return [...own, ...carried]
    .filter(({ closed }) => !closed)
    .map((before) => ({ before, after: { ...before, carried: next.round } }))
}
