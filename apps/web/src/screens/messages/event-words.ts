import { conditionValues, events, templateNames } from '../../texts/message-words.js';

// Events, templates and conditions by their words; one that is newer than this page by its own name.

const known = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

export const eventName = (event: string): string => known(events, event);
export const templateName = (code: string): string => known(templateNames, code);

/** When a rule speaks, in words; empty = always. */
export const conditionWords = (condition: Record<string, (string | boolean)[]>): string =>
  Object.entries(condition)
    .flatMap(([field, values]) => values.map((value) => known(conditionValues, `${field}=${String(value)}`)))
    .join('、');
