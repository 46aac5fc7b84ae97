import { becameWords, withdrawingForm } from "../../../../shared/domain/learning/became.ts"
import type { Idea } from "../../../../shared/domain/learning/idea.ts"
import { learningAt } from "../../../../shared/web/coaching/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { takeBackAt, withdrawAt, yoursAt } from "../../addresses.ts"
import type { C } from "../../here.ts"

/** What somebody has offered, and what became of each. */
export const YoursPage = ({ c, all }: { c: C; all: Idea[] }) => {
  const waiting = all.filter(isWaiting).length
  return (
    <Page c={c} title="What you have shared" back={{ href: learningAt, text: "What sites have learned" }}>
      <h1 class="govuk-heading-l">What you have shared</h1>
      <p class="govuk-body-l" data-first-line>
        {firstLine(all.length, waiting)}
      </p>
      {all.map((one) => (
        <section class="row-of-many">
          {one.from.kind === "good news" && <h2 class="govuk-heading-s">Good news</h2>}
          {one.text && <p class="govuk-body answer">{one.shared?.text ?? one.text}</p>}
          <p class="govuk-body">
            <strong>{becameWords(one)}</strong>
          </p>
          <Ways one={one} />
        </section>
      ))}
    </Page>
  )
}

const firstLine = (all: number, waiting: number) => {
  if (all === 0) return "You have offered nothing yet. Nothing is expected of you."
  if (waiting === 0) return "The coordinators have decided about everything that you offered."
  return `${waiting} of ${all} ${waiting === 1 ? "waits" : "wait"} for the coordinators.`
}

const isWaiting = ({ shared, left, withdrawn }: Idea) => !shared && !left && !withdrawn

const Ways = ({ one }: { one: Idea }) => {
  if (isWaiting(one))
    return (
      <p class="govuk-body">
        <a class="govuk-link" href={takeBackAt(one.id)}>
          Take it back<span class="govuk-visually-hidden">: {one.text}</span>
        </a>
      </p>
    )
  if (!one.shared?.as || one.withdrawn) return null
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={withdrawAt(one.shared.as)}>
        Withdraw it<span class="govuk-visually-hidden">: {one.text}</span>
      </a>
    </p>
  )
}

/** Before anybody decided nobody else has read it: one press, and no reason. */
export const TakeBackPage = ({ c, one }: { c: C; one: Idea }) => (
  <Page c={c} title="Take it back" back={{ href: yoursAt, text: "What you have shared" }} plain>
    <h1 class="govuk-heading-l">Take it back</h1>
    <InsetText>
      <span class="answer">{one.text}</span>
    </InsetText>
    <p class="govuk-body">It leaves the coordinators’ desk, and its words go. You can offer it again.</p>
    <form method="post" action={takeBackAt(one.id)}>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <Button preventDoubleClick>Take it back</Button>
    </form>
  </Page>
)

export const WithdrawPage = ({ c, one, idea, tried }: { c: C; one: Idea; idea: string; tried?: Tried }) => (
  <FormPage
    c={c}
    section={withdrawingForm}
    action={withdrawAt(idea)}
    back={{ href: learningAt, text: "What sites have learned" }}
    button="Withdraw it"
    keyed
    tried={tried}
    before={
      <InsetText>
        <span class="answer">{one.shared?.text ?? one.text}</span>
        <span class="beside">{becameWords(one)}</span>
      </InsetText>
    }
  />
)
