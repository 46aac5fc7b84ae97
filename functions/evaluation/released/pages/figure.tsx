import { cellWords } from "../../../../shared/domain/evaluation/analysis/words.ts"
import { markOf, releaseFigureForm } from "../../../../shared/domain/evaluation/releasing/releasing-figure.ts"
import type { C } from "../../../../shared/web/evaluation/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { Doubts } from "../../../../shared/web/programme/doubts.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import { figureAt, type OnFigure, releasedAt } from "../desk.ts"
import { nameOf, othersSee } from "./released.tsx"

type Props = { c: C; on: OnFigure; tried?: Tried }

const text = "Figures released as they are"

export const ReleaseFigurePage = ({ c, on, tried }: Props) => {
  const { cell, place } = on
  return (
    <FormPage
      c={c}
      section={releaseFigureForm}
      caption={place.site.name}
      action={figureAt(c, cell)}
      back={{ href: releasedAt(c), text }}
      button="Release this figure"
      keyed
      tried={tried}
      hidden={{ seen: markOf(cell) }}
      before={
        <InsetText>
          <p class="govuk-body" data-first-line>
            {nameOf(on, cell)}: {cellWords(cell)}
          </p>
          <p class="govuk-body">What others see now: {othersSee(on, cell)}.</p>
          <p class="govuk-body">
            With the next release everybody sees this number as it is. Once it is in a release it cannot be
            taken back. Can nobody be recognised by it?
          </p>
        </InsetText>
      }
      after={<Doubts tried={tried} hint="Nobody can be recognised by what stays." />}
    />
  )
}

export const TakeBackPage = ({ c, on, tried }: Props) => {
  const { cell, place } = on
  return (
    <Page c={c} title={`Take back – ${place.site.name}`} back={{ href: releasedAt(c), text }} plain>
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <span class="govuk-caption-l">{place.site.name}</span>
      <h1 class="govuk-heading-l">Take back the release of this figure</h1>
      <p class="govuk-body-l" data-first-line>
        {nameOf(on, cell)}: {cellWords(cell)}
      </p>
      <p class="govuk-body">No release has said it yet. Others go on seeing: {othersSee(on, cell)}.</p>
      <form method="post" action={`${figureAt(c, cell)}/take-back`}>
        <input type="hidden" name="key" value={newKey(c.var.world)} />
        <Button preventDoubleClick>Take back</Button>
      </form>
    </Page>
  )
}
