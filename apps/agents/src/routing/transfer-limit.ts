/** How often one item may be transferred before the city's manager decides (R43). */
export const FREE_TRANSFERS = 2;

/** Items that have used up their transfers, in the order asked. Returned transfers count: they are what ping-pong is made of. */
export const needsCityManager = (
  past: readonly { itemCodes: readonly string[] }[],
  itemCodes: readonly string[],
): string[] =>
  itemCodes.filter((code) => past.filter((transfer) => transfer.itemCodes.includes(code)).length >= FREE_TRANSFERS);
