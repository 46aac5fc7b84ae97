import type { Child } from "hono/jsx"
import {
  type Addendum,
  type Remark,
  remarkKinds,
  sinceWords,
  wholeText,
} from "../../../../shared/domain/coaching/remark.ts"
import type { Line } from "../../../../shared/domain/coaching/session.ts"
import { type Role, roles } from "../../../../shared/domain/people/role.ts"
import { stampWords } from "../../../../shared/values/london.ts"

type Props = {
  lines: readonly Line[]
  /** What stands below a line. */
  under?: (line: Line) => Child
}

/** A text as it is read: each question once, its lines below it. */
export const Lines = ({ lines, under }: Props) => (
  <>
    {lines.map((line, place) => (
      <>
        {lines[place - 1]?.label !== line.label && <h2 class="govuk-heading-s">{line.label}</h2>}
        <div id={`line.${line.id}`} class="anchor">
          <p class="govuk-body answer">{line.says}</p>
          {under?.(line)}
        </div>
      </>
    ))}
  </>
)

type Said = { remarks: readonly Remark[]; version: number; texts: (version: number) => readonly Line[] }

/** What the site said about one line of a version, or about all of it (`all`). */
export const SaidAbout = ({ line, remarks, version, texts }: Said & { line: string }) => (
  <>
    {remarks.flatMap((one) =>
      one.lines
        .filter((each) => each.line === line)
        .map((each) => (
          <blockquote class="govuk-inset-text">
            <strong>{each.wrong ? "This is wrong. " : ""}</strong>
            <span class="answer">{each.says}</span>
            <span class="beside">
              {one.by.name}, {stampWords(new Date(one.at))}
              {one.version !== version &&
                `. Said about version ${one.version}. ${sinceWords(line, texts(one.version), texts(version)) ?? ""}`}
            </span>
          </blockquote>
        )),
    )}
  </>
)

/** What was said about lines that are not in this version any more, with the line as it was. */
export const SaidBefore = ({ remarks, version, texts }: Said) => {
  const gone = remarks.flatMap((one) =>
    one.lines
      .filter(({ line }) => line !== wholeText && !texts(version).some(({ id }) => id === line))
      .map((each) => ({ ...each, one, was: texts(one.version).find(({ id }) => id === each.line)?.says })),
  )
  if (gone.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">About lines that were taken out</h2>
      {gone.map(({ one, was, says }) => (
        <>
          <p class="govuk-body answer">
            <s>{was}</s>
          </p>
          <blockquote class="govuk-inset-text">
            <span class="answer">{says}</span>
            <span class="beside">
              {one.by.name}, {stampWords(new Date(one.at))}, about version {one.version}
            </span>
          </blockquote>
        </>
      ))}
    </>
  )
}

export const Addenda = ({ addenda }: { addenda: readonly Addendum[] }) =>
  addenda.length === 0 ? null : (
    <section id="addenda" class="anchor">
      <h2 class="govuk-heading-m">{addenda.length === 1 ? "Addendum" : "Addenda"}</h2>
      {addenda.map((one) => (
        <div class="govuk-inset-text">
          <span class="answer">{one.text}</span>
          <span class="beside">
            {one.by.name}, {roles[one.role as Role]?.words ?? one.role}, {stampWords(new Date(one.at))}
          </span>
        </div>
      ))}
    </section>
  )

/** Who answered, and how, newest last. */
export const Answers = ({ remarks }: { remarks: readonly Remark[] }) =>
  remarks.length === 0 ? null : (
    <p class="govuk-body">
      {remarks.map(({ as, by, at, version }) => (
        <span class="beside">
          {remarkKinds[as]} by {by.name}, {stampWords(new Date(at))}, about version {version}
        </span>
      ))}
    </p>
  )
