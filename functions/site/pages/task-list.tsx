import type { Action } from "../../../shared/domain/actions/action.ts"
import { changesTo } from "../../../shared/domain/calendar/return-words.ts"
import { standingIn, untilWords } from "../../../shared/domain/calendar/window.ts"
import { rolesAt } from "../../../shared/domain/people/actor.ts"
import { type Role, roles } from "../../../shared/domain/people/role.ts"
import type { Compared } from "../../../shared/domain/submissions/compared.ts"
import { progressIn } from "../../../shared/domain/submissions/progress.ts"
import { holding } from "../../../shared/domain/submissions/signing.ts"
import { readersOf } from "../../../shared/kinds/index.ts"
import { stampWords } from "../../../shared/values/london.ts"
import { Differences } from "../../../shared/web/differences.tsx"
import { Button } from "../../../shared/web/govuk/button.tsx"
import { Details } from "../../../shared/web/govuk/details.tsx"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { type Task, TaskList } from "../../../shared/web/govuk/task-list.tsx"
import { WarningText } from "../../../shared/web/govuk/warning-text.tsx"
import type { C, OnDesk } from "../desk.ts"
import type { FigureQuestions } from "../figure-questions.ts"
import { FigureQuestionList } from "../figure-questions-pages.tsx"
import { PanelQuestions } from "../panel-questions-list.tsx"
import { AllOfIt, Beside } from "./beside.tsx"
import { OpenedAgain } from "./opened-again.tsx"
import { Changes } from "./returns-one.tsx"
import { sectionTask } from "./section-task.ts"
import { StillOpen } from "./still-open.tsx"
import { at, SubmissionPage } from "./submission-page.tsx"
import { Suggestions } from "./suggestions.tsx"

type Props = {
  c: C
  desk: OnDesk
  questions: FigureQuestions
  since?: Compared
  /** What the site still has to do in the phase. */
  actions: Action[]
}

/** What there is to do, who does it, and the sending itself: all there from the first day. */
export const TaskListPage = ({ c, desk, questions, since, actions }: Props) => {
  const { head, kind, facts, sections, visible, occasion, organisation, open } = desk
  const here = at(desk)
  const progress = progressIn(kind, facts, sections).filter(({ id }) => visible.some((one) => one.id === id))
  const left = progressIn(kind, facts, sections).filter((one) => one.progress !== "answered").length
  const signed = kind.signatures(facts).length > 0
  const closed = standingIn(occasion.window, c.var.world.now()) === "closed"
  return (
    <SubmissionPage
      c={c}
      desk={desk}
      title={head.title}
      back={{ href: `/organisations/${organisation.id}`, text: organisation.shortName }}
    >
      {head.declined && head.back?.move !== "decline" && (
        <WarningText>
          {head.declined.by.name} said “not yet” on {stampWords(new Date(head.declined.at))}: “
          {head.declined.note}”
        </WarningText>
      )}
      {desk.heard && <Button href={`${here}/decision`}>Read the decision</Button>}
      <PanelQuestions c={c} desk={desk} />
      <OpenedAgain desk={desk} />
      <Suggestions c={c} desk={desk} />
      <FigureQuestionList c={c} desk={desk} questions={questions} />
      {desk.expected && <Changes lines={changesTo(desk.expected, c.var.actor.id)} />}
      {closed && (head.state === "draft" || head.state === "waiting") && <AfterClose c={c} desk={desk} />}
      {desk.late?.allowed && <InsetText>{lateWords(desk.late)}</InsetText>}
      <h2 class="govuk-heading-m">1. Answer the questions</h2>
      <TaskList
        idPrefix="section"
        items={progress.map((one) => sectionTask(one, { here, head, may: open.includes("save") }))}
      />
      <Beside c={c} desk={desk} />
      {since && since.sections.length > 0 && (
        <Details summary={`What you have changed since version ${head.version}`}>
          <Differences compared={since} level={3} />
        </Details>
      )}
      {signed && (
        <>
          <h2 class="govuk-heading-m">2. Confirm</h2>
          <TaskList idPrefix="confirm" items={confirmations(c, desk, left)} />
        </>
      )}
      <h2 class="govuk-heading-m">{signed ? "3" : "2"}. Send</h2>
      <TaskList idPrefix="send" items={[sendTask(desk, left)]} />
      <StillOpen c={c} desk={desk} actions={actions} />
      <AllOfIt desk={desk} />
    </SubmissionPage>
  )
}

/** What happens to a draft that was started and not sent. */
const AfterClose = ({ c, desk }: { c: C; desk: OnDesk }) => (
  <InsetText>
    <p class="govuk-body">
      {untilWords(desk.occasion.window, c.var.world.now())}{" "}
      {desk.head.version > 0
        ? `Version ${desk.head.version} was sent, and counts. Your changes since were not sent, and nobody outside your team can see them.`
        : "This draft was not sent, and nobody outside your team can see it."}{" "}
      You can still read, print and save it here.
    </p>
    {desk.late ? (
      !desk.late.allowed && <p class="govuk-body">{lateWords(desk.late)}</p>
    ) : desk.head.late ? (
      <p class="govuk-body">
        {desk.head.late.by.name} asked on {stampWords(new Date(desk.head.late.askedAt))} whether it may be
        sent late. The chair of the selection panel decides before any is opened. Keep it ready.
      </p>
    ) : (
      desk.open.includes("ask to be late") && (
        <Button href={`${at(desk)}/ask-to-be-late`}>Ask to be late</Button>
      )
    )}
  </InsetText>
)

/** What the chair decided about sending it late. */
const lateWords = ({ allowed, because, by, at }: NonNullable<OnDesk["late"]>) =>
  `${by.name} decided on ${stampWords(new Date(at))} that it ${allowed ? "may" : "may not"} be sent late: “${because}”`

const confirmations = (c: C, desk: OnDesk, left: number): Task[] => {
  const { kind, facts, sections, head, open, members, organisation } = desk
  const mine = rolesAt(c.var.actor, organisation.id)
  const held = holding(kind, facts, sections, head.signatures)
  return kind.signatures(facts).map(({ role }) => {
    const given = held.find((one) => one.role === role)
    const names = members.filter((one) => one.role === role).map(({ name }) => name)
    const title = `${capital(roles[role as Role].words)} confirms`
    if (given)
      return {
        title,
        hint: `By ${given.by.name}, ${stampWords(new Date(given.at))}`,
        status: { text: "Confirmed" },
      }
    const may = open.includes("sign") && head.state !== "sent"
    return {
      title,
      hint: names.length ? (
        names.join(" or ")
      ) : (
        <>
          Nobody is the {roles[role as Role].words} yet:{" "}
          <a class="govuk-link" href={`/organisations/${organisation.id}/people`}>
            see People and access
          </a>
        </>
      ),
      ...(may && mine.includes(role as Role) && left === 0 && { href: `${at(desk)}/sign` }),
      cannotStart: left > 0,
      status: left > 0 ? { text: "Cannot start yet" } : { tag: "Not confirmed yet", colour: "blue" },
    }
  })
}

const sendTask = (desk: OnDesk, left: number): Task => {
  const { head, kind, facts, sections, open } = desk
  const gone = head.state === "sent" || head.state === "accepted"
  const ready =
    !gone &&
    left === 0 &&
    holding(kind, facts, sections, head.signatures).length === kind.signatures(facts).length
  if (gone)
    return {
      title: `Sent, version ${head.version}`,
      href: `${at(desk)}/receipts/${head.version}`,
      status: { text: "Sent" },
    }
  const may = ready && open.includes("send")
  return {
    title: `Send it to ${readersOf(kind)}`,
    ...(may && { href: `${at(desk)}/send` }),
    cannotStart: !may,
    status: may ? { tag: "Not sent yet", colour: "blue" } : { text: "Cannot start yet" },
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
