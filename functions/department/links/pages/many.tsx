import { finalWords, manyForm } from "../../../../shared/domain/selection/linking.ts"
import { isOpen, type Open, type Seen } from "../../../../shared/domain/selection/seen.ts"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C, Desk } from "../../../../shared/web/panel/here.ts"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { linkAt, linksAt } from "../addresses.ts"

type Props = { c: C; desk: Desk; tried?: Tried }

/** All that this person has not said of, by name, on one page. */
export const ManyPage = ({ c, desk: { seen, round }, tried }: Props) => {
  const named = byName(seen.filter((one) => !isOpen(one)))
  const free = byName(seen.filter(isOpen))
  const back = { href: roundAt(round.id), text: "All expressions of interest" }
  if (named.length === 0)
    return (
      <Page c={c} title={`Links – ${round.title}`} back={back}>
        <span class="govuk-caption-l">{round.title}</span>
        <h1 class="govuk-heading-l">Nothing to say a link about</h1>
        <p class="govuk-body">
          {free.length > 0
            ? "You have said of each whether you have a link with it. When more come, you are asked here."
            : "When the chair has opened the round, you are asked here about each expression of interest."}
        </p>
        <Free round={round.id} free={free} />
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={manyForm(Object.fromEntries(named.map(({ reference, name }) => [reference, name])))}
      action={linksAt(round.id)}
      back={back}
      caption={round.title}
      button="Continue"
      keyed
      hidden={{ asked: named.map(({ reference }) => reference).join(",") }}
      tried={tried}
      after={
        <>
          <WarningText>{finalWords}</WarningText>
          <Free round={round.id} free={free} />
        </>
      }
    />
  )
}

const byName = <One extends Seen>(all: One[]) => all.toSorted((a, b) => a.name.localeCompare(b.name))

const Free = ({ round, free }: { round: string; free: Open[] }) =>
  free.length === 0 ? null : (
    <Details summary="You have found a link with one that you said you had none with">
      <ul class="govuk-list govuk-list--bullet">
        {free.map(({ reference, name }) => (
          <li>
            <a class="govuk-link" href={linkAt(round, reference)}>
              {name}
              <span class="govuk-visually-hidden">: I have found that I have a link</span>
            </a>
          </li>
        ))}
      </ul>
    </Details>
  )
