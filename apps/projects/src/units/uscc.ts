const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether the 18th character is the check digit of the 17 before it (GB 32100-2015). A few real codes fail: ask, do not refuse. */
export function usccCheckDigitHolds(uscc: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * SYMBOLS.indexOf(uscc.charAt(at)), 0);
  return SYMBOLS[(31 - (sum % 31)) % 31] === uscc[17];
}
