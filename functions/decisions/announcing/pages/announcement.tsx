import { isAnnounced } from "../../../../shared/domain/calendar/phase.ts"
import { announceForm, minuteAnswers } from "../../../../shared/domain/selection/announcement.ts"
import { officeForm } from "../../../../shared/domain/selection/office.ts"
import { dayMomentWords } from "../../../../shared/values/london.ts"
import { fieldFor } from "../../../../shared/web/form/saving.tsx"
import { SectionQuestions } from "../../../../shared/web/form/section-form.tsx"
import { fieldsOf } from "../../../../shared/web/form/typed.ts"
import { Button } from "../../../../shared/web/govuk/button.tsx"
import { ErrorSummary } from "../../../../shared/web/govuk/error-summary.tsx"
import { InsetText } from "../../../../shared/web/govuk/inset-text.tsx"
import { Page } from "../../../../shared/web/layout.tsx"
import { newKey } from "../../../../shared/web/move-key.ts"
import { roundAt } from "../../../../shared/web/panel/addresses.ts"
import type { C } from "../../../../shared/web/panel/here.ts"
import type { Tried } from "../../../../shared/web/programme/form.tsx"
import { announcementAt, intoPhaseAt } from "../addresses.ts"
import type { OnAnnouncement } from "../announcement.ts"
import type { Office } from "../office.ts"
import { Sheet } from "./sheet.tsx"

type Props = { c: C; desk: OnAnnouncement; office?: Office; tried?: Tried; which?: "minute" | "office" }

/** When public pages name the sites, what may be said then, and the private office's link. */
export const AnnouncementPage = ({ c, desk, office, tried, which = "minute" }: Props) => {
  const { round, phase, told, facts } = desk
  const now = c.var.world.now()
  const public_ = isAnnounced(phase, now)
  const here = announcementAt(round.id)
  const section = which === "office" ? officeForm : announceForm
  const problems = tried?.problems ?? []
  const joined = phase.sites.filter(({ joined }) => joined === "applied").length
  return (
    <Page
      c={c}
      title={`Announcement – ${round.title}`}
      back={{ href: roundAt(round.id), text: "The round" }}
      wrong={problems.length > 0}
    >
      {problems.length > 0 && (
        <ErrorSummary
          errors={problems.map((one) => ({
            text: one.says,
            ...(one.question && { href: `#${fieldFor(section, one)}` }),
          }))}
        />
      )}
      {tried?.says && <InsetText>{tried.says}</InsetText>}
      <span class="govuk-caption-l">{round.title}</span>
      <h1 class="govuk-heading-l">Announcement</h1>
      <p class="govuk-body-l" data-first-line>
        {standsIn(desk, now)}
      </p>
      {!told && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${roundAt(round.id)}/telling`}>
            Tell the applicants
          </a>
        </p>
      )}
      {told && (
        <p class="govuk-body no-print">
          {joined === 0
            ? "No applicant is a site of the phase yet: "
            : `${joined} of the sites came in by an expression of interest. `}
          <a class="govuk-link" href={intoPhaseAt(round.id)}>
            Take the successful into the phase
          </a>
          . What is announced is who is a site of the phase at that minute.
        </p>
      )}
      {told && !public_ && (
        <form method="post" action={here} novalidate class="no-print">
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <SectionQuestions
            section={announceForm}
            entries={
              which === "minute" && tried ? tried.entries : fieldsOf(announceForm, minuteAnswers(phase))
            }
            problems={which === "minute" ? problems : []}
          />
          <Button preventDoubleClick>Set the minute</Button>
        </form>
      )}
      <Sheet facts={facts} now={now} />
      <p class="govuk-body no-print">
        <a class="govuk-link" href={`${here}/sheet`}>
          The sheet alone, to print
        </a>
      </p>
      {told && (
        <OfficePart
          c={c}
          here={`${here}/office`}
          office={office}
          tried={which === "office" ? tried : undefined}
        />
      )}
    </Page>
  )
}

const standsIn = ({ told, phase }: OnAnnouncement, now: Date): string => {
  const at = phase.announced && dayMomentWords(new Date(phase.announced))
  if (isAnnounced(phase, now)) return `Announced at ${at}. Public pages name the sites.`
  if (!told) return "Nothing to announce yet: nobody has been told. Next: tell the applicants, in confidence."
  if (at)
    return `To be announced at ${at}. You can move it until then. Until then no public page names a site.`
  return "The minute is not set. Until it comes no public page names a site."
}

const OfficePart = ({ c, here, office, tried }: { c: C; here: string; office?: Office; tried?: Tried }) => (
  <section class="no-print">
    <h2 class="govuk-heading-m">The private office’s link</h2>
    {office ? (
      <>
        <p class="govuk-body">
          It opens the facts above without an account, until {dayMomentWords(new Date(office.until))}. Made by{" "}
          {office.by}.
        </p>
        <p class="govuk-body">
          {office.address ? (
            <code class="reference">{office.address}</code>
          ) : (
            "It works and cannot be shown again. Make another to have its address."
          )}
        </p>
        <form method="post" action={`${here}/stop`} novalidate>
          <input type="hidden" name="key" value={newKey(c.var.world)} />
          <Button variant="warning" preventDoubleClick>
            Stop this link
          </Button>
        </form>
      </>
    ) : (
      <p class="govuk-body">
        There is none. It opens the facts above, without an account, for as long as you say.
      </p>
    )}
    <form method="post" action={here} novalidate>
      <input type="hidden" name="key" value={newKey(c.var.world)} />
      <SectionQuestions
        section={officeForm}
        entries={tried?.entries ?? {}}
        problems={tried?.problems ?? []}
      />
      <Button variant="secondary" preventDoubleClick>
        {office ? "Make another link; this one stops" : "Make a link"}
      </Button>
    </form>
  </section>
)

/** The sheet alone: for paper. */
export const SheetPage = ({ c, desk }: { c: C; desk: OnAnnouncement }) => (
  <Page
    c={c}
    title={`Announcement sheet – ${desk.round.title}`}
    back={{ href: announcementAt(desk.round.id), text: "Announcement" }}
    wide
  >
    <h1 class="govuk-heading-l">Announcement sheet</h1>
    <Sheet facts={desk.facts} now={c.var.world.now()} />
  </Page>
)
