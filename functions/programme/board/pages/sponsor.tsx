import { Button } from "../../../../shared/web/govuk/button.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import type { C } from "../../desk.ts"
import { returnAt, sponsorAt } from "../addresses.ts"
import type { Preview } from "../sponsor.ts"
import { LetterWords } from "./letter-words.tsx"

type Props = { c: C; preview: Preview; says?: string }

/** The letter to the sponsor as it would go: read, then sent, once. */
export const SponsorPage = ({ c, preview, says }: Props) => {
  const { cell, organisation, toSponsor, letter, words, seen, refused } = preview
  const { round, title } = cell.one
  return (
    <Page
      c={c}
      title={`Write to the sponsor – ${title}`}
      back={{ href: returnAt(organisation.id, round), text: title }}
      plain
    >
      <span class="govuk-caption-l">
        {organisation.name}: {title}
      </span>
      <h1 class="govuk-heading-l">Write to the sponsor</h1>
      {says && <InsetText>{says}</InsetText>}
      {toSponsor && <p class="govuk-body">This letter has gone: {toSponsor.letter.by} sent it.</p>}
      {refused && !says && <p class="govuk-body">{refused}</p>}
      {letter && words && (
        <>
          {!toSponsor && (
            <p class="govuk-body">
              Telephone the lead first. Nothing goes to a sponsor by itself: this letter goes when you have
              read it and press Send, and once for this return.
            </p>
          )}
          <LetterWords
            words={words}
            to={letter.to.map(({ name, email }) => `${name}, ${email}`).join("; ")}
          />
        </>
      )}
      {letter && !toSponsor && (
        <form method="post" action={sponsorAt(organisation.id, round)}>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <input type="hidden" name="seen" value={seen} />
          <Button preventDoubleClick>Send</Button>
        </form>
      )}
    </Page>
  )
}
