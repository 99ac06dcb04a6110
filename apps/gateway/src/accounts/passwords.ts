import { hash, verify } from '@node-rs/argon2';

// OWASP's second choice for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const COMMON = ['password', 'qwerty', '123456', 'abcdef', 'iloveyou', 'admin123', 'letmein', 'weifang'];

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

export const isPassword = (stored: string, given: string): Promise<boolean> => verify(stored, given);

/** At least 12 characters with letters and digits, without the user name and common words. */
export function isWeak(password: string, username: string): boolean {
  const plain = password.toLowerCase();
  const mixed = /\p{L}/u.test(password) && /\d/.test(password);
  return password.length < 12 || !mixed || plain.includes(username) || COMMON.some((word) => plain.includes(word));
}
