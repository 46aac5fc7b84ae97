import { easyReadForm, groupForm } from "../../../../shared/domain/evaluation/reports/forms.ts"
import { isChanged, type Report } from "../../../../shared/domain/evaluation/reports/report.ts"
import type { Entries } from "../../../../shared/form/question.ts"
import type { Section } from "../../../../shared/form/section.ts"
import { reportAt } from "../../../../shared/web/evaluation/addresses.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { type C, phaseHere } from "../../here.ts"
import { reportIn, reportsOf, todayHere } from "../desk.ts"

export const AddPage = ({ c, section, tried }: { c: C; section: Section; tried?: Tried }) => (
  <FormPage
    c={c}
    section={section}
    action={`${reportsOf(phaseHere(c).id)}/add`}
    back={{ href: reportsOf(phaseHere(c).id), text: "Reports" }}
    caption={phaseHere(c).title}
    button="Save the draft"
    keyed
    tried={tried}
  />
)

type Props = { c: C; one: Report; tried?: Tried }
type Filled = Props & { section: Section; path: string; button: string; entries?: Entries }

const seenIn = ({ one, tried }: Props) => ({
  seen: (tried?.refusal !== "changed by someone else" && tried?.entries.seen) || String(one.revision),
})

const OfReport = ({ section, path, button, entries, ...props }: Filled) => {
  const { c, one, tried } = props
  const at = reportIn(one.phase, one.id)
  return (
    <FormPage
      c={c}
      section={section}
      action={`${at}/${path}`}
      back={{ href: at, text: "The report" }}
      caption={one.title}
      button={button}
      entries={entries}
      hidden={seenIn(props)}
      keyed
      tried={tried}
    />
  )
}

export const ChangePage = (props: Props & { section: Section; entries: Entries }) => (
  <OfReport {...props} path="write" button="Save it" />
)

export const EasyReadPage = (props: Props) => (
  <OfReport
    {...props}
    section={easyReadForm}
    path="easy-read"
    button="Save it"
    entries={props.one.easyRead && { text: props.one.easyRead.text }}
  />
)

export const GroupPage = (props: Props) => (
  <OfReport {...props} section={groupForm(todayHere(props.c))} path="group" button="Keep it" />
)

type Sure = Props & { title: string; path: string; says: string }

const SurePage = ({ title, path, says, ...props }: Sure) => {
  const { c, one, tried } = props
  const at = reportIn(one.phase, one.id)
  return (
    <Page c={c} title={`${title} – ${one.title}`} back={{ href: at, text: "The report" }} plain>
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <span class="govuk-caption-l">{one.title}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {isChanged(one) && <p class="govuk-body">A story was withdrawn from it. It stays out.</p>}
      <p class="govuk-body govuk-!-text-break-word">{says}</p>
      <form method="post" action={`${at}/${path}`}>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <input type="hidden" name="seen" value={seenIn(props).seen} />
        <Button preventDoubleClick>{title}</Button>
      </form>
    </Page>
  )
}

export const IssuePage = (props: Props) => (
  <SurePage
    {...props}
    title="Issue this report"
    path="issue"
    says="Site leads and the Department are written to. They have 10 working days to check its facts. It is not public."
  />
)

export const PublishPage = (props: Props) => (
  <SurePage
    {...props}
    title="Publish this report"
    path="publish"
    says={`Everybody reads it from now on at ${props.c.var.world.settings.origin}${reportAt(props.one.id)}, without signing in and for good. Its words cannot be changed afterwards; a story that is withdrawn goes from it at once.`}
  />
)
