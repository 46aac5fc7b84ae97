import { classNames } from "./class-names.ts"
import type { Content } from "./content.ts"
import { Tag, type TagColour } from "./tag.tsx"

export type Task = {
  title: Content
  hint?: Content
  href?: string
  status: { text: Content } | { tag: Content; colour?: TagColour }
  cannotStart?: boolean
}

type TaskListProps = { idPrefix: string; items: Task[] }

/** What there is to do. A link to a task speaks its hint and its status. */
export const TaskList = ({ idPrefix, items }: TaskListProps) => (
  <ul class="govuk-task-list">
    {items.map((task, index) => (
      <Item id={`${idPrefix}-${index + 1}`} {...task} />
    ))}
  </ul>
)

const Item = ({ id, title, hint, href, status, cannotStart }: Task & { id: string }) => (
  <li class={classNames("govuk-task-list__item", href && "govuk-task-list__item--with-link")}>
    <div class="govuk-task-list__name-and-hint">
      {href ? (
        <a
          class="govuk-link govuk-task-list__link"
          href={href}
          aria-describedby={classNames(Boolean(hint) && `${id}-hint`, `${id}-status`)}
        >
          {title}
        </a>
      ) : (
        <div>{title}</div>
      )}
      {hint && (
        <div id={`${id}-hint`} class="govuk-task-list__hint">
          {hint}
        </div>
      )}
    </div>
    <div
      class={classNames(
        "govuk-task-list__status",
        cannotStart && "govuk-task-list__status--cannot-start-yet",
      )}
      id={`${id}-status`}
    >
      {"tag" in status ? <Tag colour={status.colour}>{status.tag}</Tag> : status.text}
    </div>
  </li>
)
