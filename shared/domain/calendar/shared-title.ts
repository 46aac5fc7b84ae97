/** What a return is called for all sites: some have months of their own in its title, and most have not. */
export const sharedTitle = (all: readonly { title: string }[]): string => {
  const alike = [...Map.groupBy(all, ({ title }) => title)]
  const [most] = alike.toSorted((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]))
  return most?.[0] ?? ""
}
