/** Works through the items with at most `limit` at a time; the answers keep the order of the items. */
export async function sideBySide<Item, Answer>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>()
  const waiting = items.entries()
  // An array's iterator hands out each entry once, so the workers share it as their queue.
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) answers.set(index, await work(item))
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return items.flatMap((_, index) => {
    const answer = answers.get(index)
    return answer === undefined ? [] : [answer]
  })
}
