import { organisationKinds } from "../../../../shared/domain/people/organisation.ts"
import { type Role, roles } from "../../../../shared/domain/people/role.ts"
import { checkAnswers, checkForm } from "../../../../shared/domain/selection/checking.ts"
import { applyAnswers } from "../../../../shared/domain/selection/reading.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { pounds } from "../../../../shared/values/money.ts"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { SummaryList } from "../../../../shared/web/govuk/summary-list.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { checkAt, linkAt } from "../addresses.ts"
import type { Checking } from "../checking.ts"

type Props = { c: C; checking: Checking; tried?: Tried }

/** Whether they can apply, by what is known of them: nothing of what they answer is here. */
export const CheckPage = ({ c, checking, tried }: Props) => {
  const { one, round, given, closed } = checking
  const back = { href: roundAt(round.id), text: "All expressions of interest" }
  if (closed)
    return (
      <Page c={c} title={`${checkForm.title} – ${one.name}`} back={back}>
        <span class="govuk-caption-l">{one.name}</span>
        <h1 class="govuk-heading-l">{checkForm.title}</h1>
        <p class="govuk-body-l">{closed}</p>
        <Known checking={checking} />
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={checkForm}
      action={checkAt(round.id, one.reference)}
      back={back}
      caption={one.name}
      button="Save the answer"
      keyed
      entries={given && fieldsOf(checkForm, checkAnswers(given))}
      tried={tried}
      before={<Known checking={checking} />}
      after={
        <p class="govuk-body">
          <a class="govuk-link" href={linkAt(round.id, one.reference)}>
            I have found that I have a link
          </a>
        </p>
      }
    />
  )
}

const Known = ({ checking: { one, round, signatures } }: Pick<Props, "checking">) => (
  <SummaryList
    rows={[
      { key: "Organisation", value: `${one.name}: ${kindWords(one.kind)}` },
      {
        key: "Amount",
        value:
          one.amount === undefined
            ? `Not given. Up to ${pounds(round.ceiling)} may be asked for`
            : `${pounds(one.amount)} of up to ${pounds(round.ceiling)}${one.amount > round.ceiling ? ": too much" : ""}`,
      },
      {
        key: "Signed by",
        value: signatures.length === 0 ? "Nobody" : <List items={signatures.map(signatureWords)} />,
      },
      {
        key: "What the service found",
        value: one.found.length === 0 ? "Nothing to look at" : <List items={one.found} />,
      },
      {
        key: "The answer now",
        value: one.apply
          ? `${applyAnswers[one.apply.answer]}, by ${one.apply.by.name}, ${stampWords(new Date(one.apply.at))}`
          : "Nobody has answered",
      },
    ]}
  />
)

const List = ({ items }: { items: string[] }) => (
  <ul class="govuk-list">
    {items.map((one) => (
      <li>{one}</li>
    ))}
  </ul>
)

const signatureWords = ({ role, name, at }: Checking["signatures"][number]) =>
  `${name}, ${roles[role as Role]?.words ?? role}, ${stampWords(new Date(at))}`

const kindWords = (kind: string) => organisationKinds[kind as keyof typeof organisationKinds] ?? kind
