import { wholeText } from "../../../../shared/domain/coaching/remark.ts"
import { momentWords, stampWords } from "../../../../shared/values/london.ts"
import type { C } from "../../../../shared/web/coaching/here.ts"
import { linesIn } from "../here.ts"
import type { versionHere, Whole } from "../reading.ts"
import { Addenda, Answers, Lines, SaidAbout, SaidBefore } from "./lines.tsx"
import { addressOf, SessionPage } from "./shell.tsx"

/** A session on paper: the text, what the site said of it and what was added, with the day it was printed. */
export const PrintPage = ({
  c,
  whole: { session, text, remarks, addenda, texts },
}: {
  c: C
  whole: Whole
}) => {
  const about = { remarks, version: session.version, texts }
  return (
    <SessionPage c={c} session={session} paper>
      <p class="govuk-body">
        Coach: {session.coach.name}. {session.version > 0 && `Version ${session.version}. `}Printed at{" "}
        {momentWords(c.var.world.now())}.
      </p>
      {text ? (
        <>
          <Lines lines={linesIn(text)} under={({ id }) => <SaidAbout line={id} {...about} />} />
          <SaidAbout line={wholeText} {...about} />
          <SaidBefore {...about} />
          <Answers remarks={remarks} />
          <Addenda addenda={addenda} />
        </>
      ) : (
        <p class="govuk-body">Nothing of it is shared yet.</p>
      )}
      <p class="govuk-body no-print">
        <a class="govuk-link" href={addressOf(session)}>
          Back to the session
        </a>
      </p>
    </SessionPage>
  )
}

type Version = Awaited<ReturnType<typeof versionHere>>

/** A version as it was shared: it never changes. */
export const VersionPage = ({ c, one: { session, version, text, remarks } }: { c: C; one: Version }) => {
  const about = { remarks, version, texts: () => linesIn(text) }
  return (
    <SessionPage c={c} session={session} title={`Version ${version}`} inside>
      <p class="govuk-body">
        Shared by {text.shared?.by.name} on {stampWords(new Date(text.shared?.at ?? 0))}.{" "}
        {version < session.version
          ? `Version ${session.version} took its place.`
          : "It is the version that is read now."}
      </p>
      <Lines lines={linesIn(text)} under={({ id }) => <SaidAbout line={id} {...about} />} />
      <SaidAbout line={wholeText} {...about} />
      <Answers remarks={remarks} />
    </SessionPage>
  )
}
