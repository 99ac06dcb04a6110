/** The topic of the handler on Nest's own transport; its replies go to the one with `.reply` behind it. */
export const STOCK_TOPIC = 'stock.note';
