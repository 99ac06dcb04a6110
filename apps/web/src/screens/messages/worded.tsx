import type { ReactNode } from 'react';
import type { Template } from './templates.js';

/** A template's text with the titles of its variables in the places where their values will stand. */
export const Worded = ({ of: { text, variables } }: { of: Pick<Template, 'text' | 'variables'> }): ReactNode =>
  text.split(/(\{\w+\})/).map((part, at) => {
    const variable = variables.find(({ name }) => part === `{${name}}`);
    return variable ? (
      <em key={at} className="variable">
        {variable.title}
      </em>
    ) : (
      part
    );
  });
