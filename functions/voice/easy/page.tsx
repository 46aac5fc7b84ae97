import type { Child } from "hono/jsx"
import type { Asking } from "../../../shared/web/env.ts"
import { Drawn, PictureFrame } from "../../../shared/web/evaluation/pictures.tsx"
import { ErrorSummary } from "../../../shared/web/govuk/error-summary.tsx"
import { Page } from "../../../shared/web/layout.tsx"
import type { EasyPage, Idea } from "./idea.ts"

type Shell = {
  c: Asking
  title: string
  back?: { href: string; text: string }
  errors?: { text: string; href: string }[]
  children: Child
}

/** Large letters, one idea a line, and nothing beside it. */
export const EasyShell = ({ c, title, back, errors = [], children }: Shell) => (
  <Page c={c} title={title} back={back} plain wrong={errors.length > 0}>
    {errors.length > 0 && <ErrorSummary errors={errors} />}
    <div class="easy">
      <h1 class="govuk-heading-xl">{title}</h1>
      {children}
    </div>
  </Page>
)

type Props = { c: Asking; page: EasyPage; back?: { href: string; text: string }; after?: Child }

export const Easy = ({ c, page: { title, parts }, back, after }: Props) => (
  <EasyShell c={c} title={title} back={back}>
    {parts.map(({ heading, cut, ideas }) => (
      <>
        {heading && <h2 class={`govuk-heading-l${cut ? " cut" : ""}`}>{heading}</h2>}
        <Ideas ideas={ideas} />
      </>
    ))}
    {after}
  </EasyShell>
)

export const Ideas = ({ ideas }: { ideas: Idea[] }) => (
  <ul class="ideas">
    {ideas.map((idea) => (
      <li class="idea">
        <span class="idea__picture">
          {typeof idea.picture === "string" ? (
            <Drawn name={idea.picture} />
          ) : (
            <PictureFrame>{idea.picture.frame}</PictureFrame>
          )}
        </span>
        <div class="idea__words">
          {idea.says.map((line) => (
            <p class="idea__line">{line}</p>
          ))}
          {idea.link && (
            <p class="idea__line no-print">
              <a class="govuk-link" href={idea.link.href}>
                {idea.link.text}
              </a>
            </p>
          )}
          {idea.tick && <Ticks options={idea.tick} />}
          {Array.from({ length: idea.write ?? 0 }, () => (
            <div class="write-here" />
          ))}
        </div>
      </li>
    ))}
  </ul>
)

/** Boxes to tick with a pen. */
const Ticks = ({ options }: { options: string[] }) => (
  <p class="idea__line">
    {options.map((option) => (
      <span class="tick-here">
        <span class="box" />
        {option}
      </span>
    ))}
  </p>
)
