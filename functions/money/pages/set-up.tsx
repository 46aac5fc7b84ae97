import type { Account } from "../../../shared/domain/funding/account.ts"
import { profileNow } from "../../../shared/domain/funding/balances.ts"
import {
  openTasks,
  setUpProgress,
  taskRoleWords,
  taskTitles,
  taskWords,
} from "../../../shared/domain/funding/set-up.ts"
import { setUpTasks } from "../../../shared/domain/funding/set-up-tasks.ts"
import { mayWithPeople } from "../../../shared/domain/people/policy.ts"
import { roles } from "../../../shared/domain/people/role.ts"
import { dateWords, londonDate } from "../../../shared/values/london.ts"
import { fieldsOf } from "../../../shared/web/form/typed.ts"
import { InsetText } from "../../../shared/web/govuk/inset-text.tsx"
import { SummaryList } from "../../../shared/web/govuk/summary-list.tsx"
import { Table } from "../../../shared/web/govuk/table.tsx"
import { TaskList } from "../../../shared/web/govuk/task-list.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../shared/web/programme/form.tsx"
import { moneyAt, setUpAt, taskAt } from "../addresses.ts"
import { type C, mayHere } from "../here.ts"
import { formHere, grantHere, type OnTask } from "../set-up.ts"
import { NotNow } from "./not-now.tsx"
import { ProfileTable } from "./profile.tsx"

/** What there is to do before people are met, with who does it. */
export const SetUpPage = ({ c, account }: { c: C; account: Account }) => {
  const { organisation, phase, name, state } = account
  const live = state === "accepted"
  const answered = setUpTasks.filter((task) => account.setUp[task])
  return (
    <Page
      c={c}
      title={`Set up – ${name}`}
      back={
        mayHere(c, "see own money")
          ? { href: moneyAt(organisation), text: "Money" }
          : { href: `/organisations/${organisation}`, text: name }
      }
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Set up</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(account)}
      </p>
      <TaskList
        idPrefix="task"
        items={setUpTasks.map((task) => ({
          title: taskTitles[task],
          hint: account.setUp[task] ? taskWords(account, task) : taskRoleWords(task),
          ...(live && grantHere(c, task) && { href: taskAt(organisation, phase, task) }),
          status: account.setUp[task]
            ? { text: "Answered" }
            : live
              ? { tag: "Not yet", colour: "blue" as const }
              : { text: "Cannot start yet" },
          ...(!live && !account.setUp[task] && { cannotStart: true }),
        }))}
      />
      {answered.map((task) => (
        <>
          <h2 class="govuk-heading-s">{taskTitles[task]}</h2>
          <Answers c={c} account={account} task={task} />
        </>
      ))}
    </Page>
  )
}

const standsIn = (one: Account): string => {
  const { state } = one
  if (state === "offered") return "It begins once the offer is accepted."
  if (state === "closed") return "The award is closed."
  if (state === "declined") return "Nothing to set up: the offer was declined."
  if (openTasks(one).length === 0) return "Everything is answered. An answer can be changed."
  return `${setUpProgress(one)}. The Department sees each answer at once.`
}

const Answers = ({ c, account, task }: { c: C } & Pick<OnTask, "account" | "task">) => {
  const answers = account.setUp[task]?.answers ?? {}
  return (
    <SummaryList
      rows={Object.entries(formHere(c, { account, task }).asks).flatMap(([key, question]) => {
        const answer = answers[key]
        return answer === undefined
          ? []
          : [{ key: question.label, value: <span class="answer">{question.words(answer)}</span> }]
      })}
    />
  )
}

/** One task, with what it is about beside it. */
export const TaskPage = ({ c, desk, tried }: { c: C; desk: OnTask; tried?: Tried }) => {
  const { account, task } = desk
  const { organisation, phase } = account
  const section = formHere(c, desk)
  const back = { href: setUpAt(organisation, phase), text: "Set up" }
  if (account.state !== "accepted")
    return <NotNow c={c} title={section.title} says={standsIn(account)} back={back} />
  return (
    <FormPage
      c={c}
      section={section}
      action={taskAt(organisation, phase, task)}
      back={back}
      caption={account.name}
      button="Save"
      entries={fieldsOf(section, account.setUp[task]?.answers ?? {})}
      keyed
      tried={tried}
      before={
        <>
          {account.setUp[task] && <InsetText>{taskWords(account, task)}</InsetText>}
          {task === "people" && <People c={c} desk={desk} />}
          {task === "profile" && <ProfileTable profile={profileNow(account)} />}
        </>
      }
    />
  )
}

const People = ({ c, desk: { account, members } }: { c: C; desk: OnTask }) => (
  <>
    <Table
      caption="Who has access now"
      captionSize="m"
      firstCellIsHeader
      head={[{ text: "Name" }, { text: "Role" }, { text: "Until" }]}
      rows={members.map(({ name, role, to }) => [
        { content: name },
        { content: roles[role].words },
        { content: dateWords(londonDate(new Date(to))) },
      ])}
    />
    {mayWithPeople(c.var.actor, "see people", account.organisation) && (
      <p class="govuk-body">
        <a class="govuk-link" href={`/organisations/${account.organisation}/people`}>
          People and access
        </a>
        : give somebody access, or change until when.
      </p>
    )}
  </>
)
