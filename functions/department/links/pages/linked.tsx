import { lifting } from "../../../../shared/domain/selection/linking.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { linkedAt, withPair } from "../addresses.ts"
import type { Linked, SaidLink, Stuck, toLift } from "../linked.ts"

/** Who is kept from which expressions of interest. Never empty. */
export const LinkedPage = ({ c, linked }: { c: C; linked: Linked }) => {
  const { round, said, barred, stuck } = linked
  return (
    <Page
      c={c}
      title={`Links that others have – ${round.title}`}
      back={{ href: roundAt(round.id), text: "All expressions of interest" }}
      wide
    >
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Links that others have</h1>
      <p class="govuk-body-l">{firstLine(linked)}</p>
      <p class="govuk-body">What you have a link with yourself is not here.</p>
      {stuck.length > 0 && <Nobody stuck={stuck} />}
      {said.length > 0 && <Said round={round.id} said={said} />}
      {barred.length > 0 && (
        <Table
          caption="Kept from it by what the service knows"
          captionSize="m"
          small
          firstCellIsHeader
          head={[{ text: "Organisation" }, { text: "Who" }, { text: "Why" }]}
          rows={barred.map(({ name, by, because }) => [
            { content: name },
            { content: by },
            { content: because },
          ])}
        />
      )}
    </Page>
  )
}

const firstLine = ({ said, barred, stuck }: Linked) => {
  if (stuck.length > 0)
    return stuck.length === 1
      ? "One expression of interest has nobody who is free to do what comes next."
      : `${stuck.length} expressions of interest have nobody who is free to do what comes next.`
  const all = said.length + barred.length
  if (all === 0) return "Nobody has said a link, and the service knows of none. Next: give them to readers."
  return all === 1
    ? "One link keeps somebody from one of them."
    : `${all} links keep people from some of them.`
}

const Nobody = ({ stuck }: { stuck: Stuck[] }) => (
  <>
    <Table
      caption="Nobody is free to"
      captionSize="m"
      small
      firstCellIsHeader
      head={[{ text: "Organisation" }, { text: "Nobody is free to" }, { text: "What to do" }]}
      rows={stuck.map(({ name, nobody, next }) => [
        { content: name },
        { content: nobody.join(", ") },
        { content: next },
      ])}
    />
    <p class="govuk-body">
      A programme coordinator or an administrator lets people in, on the page “People of the programme”.
    </p>
  </>
)

const Said = ({ round, said }: { round: string; said: SaidLink[] }) => (
  <Table
    caption="Said by themselves"
    captionSize="m"
    small
    firstCellIsHeader
    head={[
      { text: "Organisation" },
      { text: "Who" },
      { text: "Link" },
      { text: "When" },
      { text: "By mistake?" },
    ]}
    rows={said.map((one) => [
      { content: one.name },
      { content: one.by },
      {
        content: (
          <>
            {one.says}
            {one.before.map((words) => (
              <span class="beside">Before, they {words}.</span>
            ))}
          </>
        ),
      },
      { content: stampWords(new Date(one.at)) },
      {
        content: one.mayLift ? (
          <a class="govuk-link" href={withPair(`${linkedAt(round)}/lift`, one)}>
            Said by mistake
            <span class="govuk-visually-hidden">
              : {one.by}, {one.name}
            </span>
          </a>
        ) : (
          ""
        ),
      },
    ])}
  />
)

type Lifting = { c: C; found: Awaited<ReturnType<typeof toLift>>; person: string; tried?: Tried }

export const LiftPage = ({ c, found: { round, raw, by }, person, tried }: Lifting) => (
  <FormPage
    c={c}
    section={lifting}
    action={`${linkedAt(round.id)}/lift`}
    back={{ href: linkedAt(round.id), text: "Links that others have" }}
    caption={`${by}: ${raw.name}`}
    button="Ask them again"
    keyed
    hidden={{ reference: raw.reference, person }}
    tried={tried}
  />
)
