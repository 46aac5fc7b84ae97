import type { CellSays } from "../../../../shared/domain/evaluation/analysis/table.ts"
import {
  atWords,
  cellWords,
  measureOf,
  placeWords,
} from "../../../../shared/domain/evaluation/analysis/words.ts"
import { ruleNow } from "../../../../shared/domain/evaluation/releasing/release.ts"
import { releaseForm } from "../../../../shared/domain/evaluation/releasing/release-form.ts"
import { makeReleaseAt, releasesAt } from "../../../../shared/web/evaluation/addresses.ts"
import { EveryMeasure } from "../../../../shared/web/evaluation/every-measure.tsx"
import { Details } from "../../../../shared/web/govuk/details.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Table } from "../../../../shared/web/govuk/table.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { Doubts } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { C } from "../../here.ts"
import type { OnDraft } from "../desk.ts"

type Props = { c: C; on: OnDraft; tried?: Tried }

/** What a release would say, read before it is made: nobody else sees it until then. */
export const DraftPage = ({ c, on, tried }: Props) => {
  const { phase, not } = on
  const back = { href: releasesAt(phase.id), text: "Releases" }
  if (not !== undefined)
    return (
      <Page c={c} title={`${releaseForm.title} – ${phase.title}`} back={back}>
        <span class="govuk-caption-l">{phase.title}</span>
        <h1 class="govuk-heading-l">{releaseForm.title}</h1>
        <p class="govuk-body-l" data-first-line>
          {not}
        </p>
      </Page>
    )
  return (
    <FormPage
      c={c}
      section={releaseForm}
      caption={phase.title}
      action={makeReleaseAt(phase.id)}
      back={back}
      button="Make this release"
      keyed
      tried={tried}
      hidden={{ seen: on.seen }}
      before={<WhatItWouldSay on={on} />}
      after={<Doubts tried={tried} hint="Nobody who draws on care can be recognised by what stays." />}
    />
  )
}

const WhatItWouldSay = ({ on: { draft, last, changes } }: { on: OnDraft }) => (
  <>
    <p class="govuk-body-l" data-first-line>
      It would show {draft.shown} numbers and hide {draft.hidden}.{" "}
      {last
        ? `${changes.length} ${changes.length === 1 ? "cell says" : "cells say"} something else than in release ${last.number}.`
        : "It is the first of this phase."}
    </p>
    <p class="govuk-body">
      Once it is made everybody reads it and it never changes. A later release is made with what this one
      says.
    </p>
    <InsetText>
      <ul class="govuk-list govuk-list--bullet">
        {ruleNow.words.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
    </InsetText>
    {last && changes.length > 0 && (
      <Details summary={`What is said otherwise than in release ${last.number}`}>
        <Table
          caption="Cells that change"
          captionSize="s"
          stacks
          head={[{ text: "What" }, { text: `Release ${last.number}` }, { text: "Now" }]}
          rows={changes.map(({ place, measure, at, was, is }) => [
            {
              content: `${placeWords(draft.table, place)}: ${measureOf(draft.table, measure)?.name ?? measure}, ${atWords(at)}`,
            },
            { content: wordsOf(was) },
            { content: wordsOf(is) },
          ])}
        />
      </Details>
    )}
    <Details summary="Everything that it would say">
      <EveryMeasure table={draft.table} />
    </Details>
  </>
)

const wordsOf = (says: CellSays | undefined) => (says ? cellWords({ says }) : "nothing")
