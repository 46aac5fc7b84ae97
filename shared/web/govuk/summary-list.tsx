import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import type { HeadingLevel } from "./heading.ts"

export type SummaryAction = {
  href: string
  text: Content
  /** What it acts on, for those who do not see the row. */
  hidden?: string
}

export type SummaryRow = { key: Content; value: Content; actions?: SummaryAction[] }
export type SummaryCard = { title: Content; headingLevel?: HeadingLevel; actions?: SummaryAction[] }
type SummaryListProps = { rows: SummaryRow[]; card?: SummaryCard; noBorder?: boolean }

/** What was answered, row by row. In a card, every action also speaks the card's title. */
export const SummaryList = ({ rows, card, noBorder }: SummaryListProps) => {
  const anyActions = rows.some(({ actions }) => actions?.length)
  const list = (
    <dl class={classNames("govuk-summary-list", noBorder && "govuk-summary-list--no-border")}>
      {rows.map(({ key, value, actions = [] }) => (
        <div
          class={classNames(
            "govuk-summary-list__row",
            anyActions && !actions.length && "govuk-summary-list__row--no-actions",
          )}
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          {actions.length > 0 && (
            <dd class="govuk-summary-list__actions">
              {actions.length === 1 ? (
                linksOf(actions, card)
              ) : (
                <ul class="govuk-summary-list__actions-list">
                  {linksOf(actions, card).map((link) => (
                    <li class="govuk-summary-list__actions-list-item">{link}</li>
                  ))}
                </ul>
              )}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}

const Card = ({ children, ...card }: SummaryCard & { children: Content }) => {
  const { title, headingLevel = 2, actions = [] } = card
  const Heading = `h${headingLevel}` as const
  return (
    <div class="govuk-summary-card">
      <div class="govuk-summary-card__title-wrapper">
        <Heading class="govuk-summary-card__title">{title}</Heading>
        {actions.length === 1 && <div class="govuk-summary-card__actions">{linksOf(actions, card)}</div>}
        {actions.length > 1 && (
          <ul class="govuk-summary-card__actions">
            {linksOf(actions, card).map((link) => (
              <li class="govuk-summary-card__action">{link}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

const linksOf = (actions: SummaryAction[], card?: SummaryCard) =>
  actions.map(({ href, text, hidden }) => (
    <a class="govuk-link" href={href}>
      {text}
      {(hidden || card) && (
        <span class="govuk-visually-hidden">
          {hidden && ` ${hidden}`}
          {card && <> ({card.title})</>}
        </span>
      )}
    </a>
  ))
