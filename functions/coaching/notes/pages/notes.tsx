import { mayBeReleased, noteForm } from "../../../../shared/domain/coaching/note.ts"
import { stampWords } from "../../../../shared/values/london.ts"
import { inPhaseAt, notesAt } from "../../../../shared/web/coaching/addresses.ts"
import { type C, placeHere } from "../../../../shared/web/coaching/here.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { WarningText } from "../../../../shared/web/govuk/warning-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { FormPage, type Tried } from "../../../../shared/web/programme/form.tsx"
import type { Notes } from "../notes.ts"

/** What the coordinating side keeps about a site: the site sees that there is a note, and may ask for it. */
export const NotesPage = ({ c, found: { place, notes, earlier } }: { c: C; found: Notes }) => {
  const { organisation, phase, name } = place
  return (
    <Page
      c={c}
      title={`Coordinators’ notes – ${name}`}
      back={{ href: inPhaseAt(organisation, phase), text: "Coaching" }}
    >
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">Coordinators’ notes</h1>
      <WarningText>{mayBeReleased}</WarningText>
      <p class="govuk-body">
        The coach of this site and the coordinators read these. The site sees on its timeline that there is a
        note.
      </p>
      <Button href={`${notesAt(organisation, phase)}/keep`}>Keep a note</Button>
      {notes.length === 0 && <p class="govuk-body">No note is kept.</p>}
      {notes.map(({ text, by, at }) => (
        <section>
          <h2 class="govuk-heading-s">
            {stampWords(new Date(at))}, {by.name}
          </h2>
          <p class="govuk-body answer">{text}</p>
        </section>
      ))}
      {earlier !== undefined && (
        <p class="govuk-body">
          <a
            class="govuk-link"
            href={`${notesAt(organisation, phase)}?before=${encodeURIComponent(earlier)}`}
          >
            Earlier notes
          </a>
        </p>
      )}
    </Page>
  )
}

export const KeepNotePage = ({ c, tried }: { c: C; tried?: Tried }) => {
  const { organisation, phase, name } = placeHere(c)
  return (
    <FormPage
      c={c}
      section={noteForm}
      action={`${notesAt(organisation, phase)}/keep`}
      back={{ href: notesAt(organisation, phase), text: "Coordinators’ notes" }}
      caption={name}
      button="Keep it"
      keyed
      tried={tried}
    />
  )
}
